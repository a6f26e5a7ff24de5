// The configuration of a team, and its exemptions: what `teamConfig` loads.
export { configAt } from './config-at.ts';
export { startExempting } from '../lint/exemptions.ts';
