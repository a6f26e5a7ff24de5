import type { CommandOfProcess } from '@customer-contracts/command';

import { isPactError } from '../pact-error.ts';
import { maskSecrets } from '../secrets.ts';

/** What could not be read, by name: the commands of `@customer-contracts/pact` may have another copy of this package. */
const unreadable: ReadonlySet<string> = new Set(['PactFileError', 'DriftSourceError', 'BrokerError']);

/** `customer-pact`, as the file at `url` was started. */
export function customerPact(url: string): CommandOfProcess {
  return {
    run: () => runArguments(url),
    exitCodeOf: (error) => (isPactError(error) ? (unreadable.has(error.name) ? 2 : 1) : undefined),
    // `head` knows that it has not read all, but in a pipeline of a build the rest of the report is lost.
    whenUnread: 2,
    // 1 says that something was found.
    misuse: 2,
    colours: true,
    mask: maskSecrets,
  };
}

async function runArguments(url: string): Promise<void> {
  const [, , name, ...rest] = process.argv;
  // Mostly there is no flag to read, and to load what reads them takes longer than to judge a small file.
  if (name === 'lint' && !rest.some((word) => word.startsWith('-'))) {
    const { runLint, usualFlags } = await import('./run-lint.ts');
    return runLint(rest, usualFlags);
  }
  const { runCommander } = await import('./run-commander.ts');
  return runCommander(url);
}
