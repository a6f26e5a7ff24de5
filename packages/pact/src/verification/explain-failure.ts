import { maskSecrets } from '@customer-contracts/pact-files/internal';

import type { CoreResult } from './run-verifier.ts';
import type { StateFailure } from './state-server.ts';

/** Why an interaction was not honoured. */
export interface Explanation {
  /** One thing a line; empty when it was honoured. */
  readonly reasons: readonly string[];
  /** False where nobody can bring its state about. */
  readonly isVerifiable: boolean;
}

/**
 * Why an interaction failed. States fail in the order of the interactions, so each failure of a state is taken off the list
 * by the first interaction that it fits. `missing` are the members that nobody could bring about in its states,
 * `tlsProblem` is what is wrong with the provider's TLS.
 */
export function explainFailure(
  result: CoreResult,
  failures: StateFailure[],
  missing: ReadonlySet<string>,
  tlsProblem: string | undefined,
): Explanation {
  const { mismatch, providerStates } = result;
  if (result.result === 'OK') return { reasons: [], isVerifiable: true };
  const index = failures.findIndex(({ sentence }) => providerStates.includes(sentence));
  if (mismatch?.mismatches === undefined && index >= 0) {
    const taken = failures.splice(index, 1);
    return {
      reasons: taken.map(({ sentence, reason }) =>
        maskSecrets(`the provider state "${sentence}" could not be brought about: ${reason}`),
      ),
      isVerifiable: taken.every(({ isArrangeable }) => isArrangeable),
    };
  }
  const mismatches = mismatch?.mismatches ?? [];
  if (mismatches.length === 0) {
    return { reasons: [explainMessage(mismatch?.message ?? 'Pact gives no reason.', tlsProblem)], isVerifiable: true };
  }
  return {
    reasons: mismatches.map(explainMismatch),
    isVerifiable: !mismatches.every((each) => isAt(each, missing)),
  };
}

/** Pact does not say why a request got no answer. */
function explainMessage(message: string, tlsProblem = 'the timeout passed, or the connection broke'): string {
  const isUnanswered = message.startsWith('error sending request');
  return maskSecrets(isUnanswered ? `no answer: ${tlsProblem} (${message})` : message);
}

type CoreMismatch = NonNullable<NonNullable<CoreResult['mismatch']>['mismatches']>[number];

function explainMismatch({ type, path, key, mismatch, expected, actual }: CoreMismatch): string {
  const where = path ?? (key === undefined ? type.replace(/Mismatch$/, '').toLowerCase() : `header ${key}`);
  return maskSecrets(`${where}: ${mismatch ?? `expected ${String(expected)}, received ${String(actual)}`}`);
}

/** Whether a mismatch is about one of these members of the body. That of an absent one is told by the path of its parent. */
function isAt({ path = '', mismatch = '' }: CoreMismatch, members: ReadonlySet<string>): boolean {
  const [, member] = /^\$(?:\[(?:\d+|\*)\])?\.(\w+)/.exec(path) ?? [];
  if (member !== undefined) return members.has(member);
  const [, absent] = /missing the following keys: (.*)$/.exec(mismatch) ?? [];
  return absent !== undefined && absent.split(', ').every((name) => members.has(name));
}
