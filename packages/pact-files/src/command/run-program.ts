import { isPactError } from '../pact-error.ts';
import { printable } from './printable.ts';

/** What could not be read, by name: the commands of `@customer-contracts/pact` may have another copy of this package. */
const unreadable: ReadonlySet<string> = new Set(['PactFileError', 'DriftSourceError', 'BrokerError']);

/** Runs the command that the process was started with, and sets its exit code. `url` is the file that was started. */
export async function runProgram(url: string): Promise<void> {
  guardConsole();

  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Nobody reads on: `head` knows, but in a pipeline of a build the rest of the report is lost.
    if (error.code === 'EPIPE') process.exit(process.exitCode || 2);
    console.error(`error: Failed to write the output: ${error.message}. Check where it goes.`);
    process.exit(2);
  });
  // Nothing is left to say it with.
  process.stderr.on('error', () => process.exit(process.exitCode || 2));

  try {
    await runArguments(url);
  } catch (error) {
    if (!isPactError(error)) throw error;
    console.error(`error: ${error.message}`);
    process.exitCode = unreadable.has(error.name) ? 2 : 1;
  }
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

/** Whatever a command prints goes through here: paths, names and descriptions may hold a key, or what a terminal obeys. */
function guardConsole(): void {
  for (const method of ['log', 'error'] as const) {
    const print = console[method].bind(console);
    console[method] = (text: string) => print(printable(text));
  }
}
