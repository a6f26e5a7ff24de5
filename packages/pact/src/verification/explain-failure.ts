import { maskSecrets } from '../secrets/mask-secrets.ts';
import type { CoreResult } from './run-verifier.ts';
import type { StateFailure } from './state-server.ts';

/**
 * Why an interaction failed, one thing a line. States fail in the order of the interactions, so each failure of a state is
 * taken off the list by the first interaction that it fits.
 */
export function explainFailure(result: CoreResult, failures: StateFailure[]): readonly string[] {
  const { mismatch, providerStates } = result;
  if (result.result === 'OK') return [];
  const index = failures.findIndex(({ sentence }) => providerStates.includes(sentence));
  if (mismatch?.mismatches === undefined && index >= 0) {
    return failures
      .splice(index, 1)
      .map(({ sentence, reason }) =>
        maskSecrets(`the provider state "${sentence}" could not be brought about: ${reason}`),
      );
  }
  const mismatches = mismatch?.mismatches ?? [];
  if (mismatches.length === 0) return [maskSecrets(mismatch?.message ?? 'Pact gives no reason.')];
  return mismatches.map(({ type, path, key, mismatch: text, expected, actual }) => {
    const where = path ?? (key === undefined ? type.replace(/Mismatch$/, '').toLowerCase() : `header ${key}`);
    return maskSecrets(`${where}: ${text ?? `expected ${String(expected)}, received ${String(actual)}`}`);
  });
}
