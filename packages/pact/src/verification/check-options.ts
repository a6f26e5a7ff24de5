import { isList } from '@customer-contracts/pact-files/internal';
import { VerificationError } from './verification-error.ts';

/** What a verification can't do without, as a caller without types may have it. */
interface UncheckedOptions {
  readonly baseUrl?: unknown;
  readonly pacts?: unknown;
  readonly broker?: unknown;
  readonly states?: unknown;
}

/** Refuses what only a caller without types can hand in. @throws {VerificationError} with the option that is wrong. */
export function checkOptions({ baseUrl, pacts, broker, states }: UncheckedOptions, provider: string): void {
  const problems = [
    isAddress(baseUrl) ? undefined : `baseUrl is ${shown(baseUrl)}. Give a URL that starts with http:// or https://.`,
    pacts === undefined && broker === undefined ? "there are no pacts. Give pacts: ['pacts'], or a broker." : undefined,
    pacts === undefined || isList(pacts) ? undefined : `pacts is ${shown(pacts)}. Give a list of paths: ['pacts'].`,
    typeof states === 'function' || (typeof states === 'object' && states !== null)
      ? undefined
      : `states is ${shown(states)}. Give emulatorStates({ url }), apiStates(client), or handlers of your own.`,
  ];
  const problem = problems.find((each) => each !== undefined);
  if (problem !== undefined) throw new VerificationError(`Failed to verify ${provider}: ${problem}`);
}

function isAddress(value: unknown): boolean {
  return typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value);
}

function shown(value: unknown): string {
  return value === undefined ? 'missing' : (JSON.stringify(value) ?? typeof value);
}
