import { isRecord } from '../json/json-value.ts';
import { jsonText } from './json-text.ts';

/**
 * The major version of the specification that a pact file says it has, 3 where it says none. 0 stands for one that Pact's
 * core doesn't know: it reads such a file as version 3, but for queries, which are texts there.
 */
export function versionOf(metadata: unknown): number {
  const { 'pact-specification': older, pactSpecification: named = older } = isRecord(metadata) ? metadata : {};
  if (!isRecord(named) || named['version'] === undefined) return 3;
  const [, major] = /^\s*v?(\d+)/i.exec(jsonText(named['version'])) ?? [];
  const version = Number(major);
  return version >= 1 && version <= 4 ? version : 0;
}
