import { constants } from 'node:os';
import { format, inspect } from 'node:util';

import { isCommandError } from './command-error.ts';
import { printable } from './printable.ts';
import { stopOnSignal } from './stop-signal.ts';
import { isSystemError, whyNotWritten } from './why-not-written.ts';

/** A command, as a process runs it. */
export interface CommandOfProcess {
  /**
   * Does the work, and sets the exit code where it finds something. `stop` is given when somebody ends the command, and when
   * nobody takes what it prints.
   */
  readonly run: (stop: AbortSignal) => Promise<void>;
  /** The exit code of an error whose message says all; `undefined` of one that nobody expected. */
  readonly exitCodeOf?: (error: unknown) => number | undefined;
  /** What to say below the message of an error; `undefined` for nothing. */
  readonly advise?: (error: unknown) => string | undefined;
  /** Whether `run` ends by itself when `stop` is given. Else the process ends there and then. False when absent. */
  readonly stopsItself?: boolean;
  /** What becomes of it when nobody reads on, as after `| head`: an exit code, or it goes on. 1 when absent. */
  readonly whenUnread?: number | 'go on';
  /** The exit code for flags that can't be understood. 1 when absent. */
  readonly misuse?: number;
  /** Whether standard output has colours of ours. False when absent. */
  readonly colours?: boolean;
  /** Takes secrets out of all that is printed. */
  readonly mask?: (text: string) => string;
}

/** The oldest Node that the commands run on, as `engines` of each package says. */
const oldest = { major: 22, minor: 16 };

/**
 * Runs a command for this process and sets its exit code. `load` is not called on a Node that can't read what it loads.
 *
 * It prints with `console.log` and `console.error`, of which a terminal obeys nothing. Where its output can't be written it ends
 * with 1 and says why; a reader that went away ends it without a word. An error that nobody expected is shown with its stack,
 * and one line below it.
 */
export async function startCommand(
  name: string,
  load: () => Promise<{ readonly command: CommandOfProcess }>,
  { tooOld = 1 }: { readonly tooOld?: number } = {},
): Promise<void> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < oldest.major || (major === oldest.major && minor < oldest.minor)) {
    const needed = `${oldest.major}.${oldest.minor}`;
    console.error(`error: ${name} needs Node ${needed} or later, and this is v${process.versions.node}.`);
    process.exitCode = tooOld;
    return;
  }
  const { command } = await load();
  await new RunningCommand(name, command).run();
}

/** A command under way. */
class RunningCommand {
  readonly #name: string;
  readonly #command: CommandOfProcess;
  readonly #stop = new AbortController();
  /** The output that broke first, if any. */
  #broken: 'unread' | 'unwritten' | undefined;

  constructor(name: string, command: CommandOfProcess) {
    this.#name = name;
    this.#command = command;
  }

  async run(): Promise<void> {
    const { run, stopsItself } = this.#command;
    this.#guardConsole();
    process.stdout.on('error', (error: Error) => this.#cannotWrite('standard output', error));
    process.stderr.on('error', (error: Error) => this.#cannotWrite('standard error', error));
    process.on('uncaughtException', (error) => {
      this.#tellUnexpected(error);
      process.exit(1);
    });
    if (stopsItself === true) stopOnSignal(this.#stop);
    try {
      await run(this.#stop.signal);
    } catch (error) {
      process.exitCode = this.#tell(error);
    }
    if (this.#broken === 'unwritten') process.exitCode = 1;
  }

  /** Whatever is printed goes through here: what comes from servers, files and flags may hold what a terminal obeys. */
  #guardConsole(): void {
    const { colours = false, mask = (text) => text } = this.#command;
    const [log, error] = [console.log.bind(console), console.error.bind(console)];
    console.log = (...words: unknown[]) => log(printable(mask(format(...words)), { colours }));
    console.error = (...words: unknown[]) => error(printable(mask(format(...words))));
  }

  #cannotWrite(stream: 'standard output' | 'standard error', error: Error): void {
    const { stopsItself = false, whenUnread = 1 } = this.#command;
    const isUnread = 'code' in error && error.code === 'EPIPE';
    if (this.#broken !== undefined || (isUnread && whenUnread === 'go on')) return;
    this.#broken = isUnread ? 'unread' : 'unwritten';
    // Of standard error nothing is left to say it with.
    if (!isUnread && stream === 'standard output') {
      const reason = isSystemError(error)
        ? whyNotWritten(stream, error)
        : `Failed to write ${stream}: ${error.message}.`;
      console.error(`error: ${reason}`);
    }
    if (!isUnread) process.exitCode = 1;
    if (stopsItself) this.#stop.abort(stream);
    else process.exit(isUnread ? process.exitCode || whenUnread : 1);
  }

  /** Says what went wrong. @returns the exit code. */
  #tell(error: unknown): number {
    const { exitCodeOf = () => undefined, advise = () => undefined, misuse = 1, whenUnread } = this.#command;
    // Commander has said it already, or shown the help.
    const said = exitCodeOfCommander(error);
    if (said !== undefined) return said === 0 ? 0 : misuse;
    const code = exitCodeOf(error) ?? (isCommandError(error) ? 1 : undefined);
    if (code === undefined || !(error instanceof Error)) {
      this.#tellUnexpected(error);
      return 1;
    }
    if (this.#broken === 'unread') return typeof whenUnread === 'number' ? whenUnread : code;
    console.error(`error: ${error.message}`);
    const advice = advise(error);
    if (advice !== undefined) console.error(advice);
    return exitCodeOfSignal(this.#stop.signal) ?? code;
  }

  #tellUnexpected(error: unknown): void {
    console.error(inspect(error));
    const short = error instanceof Error ? `${error.name}: ${error.message}` : inspect(error);
    console.error(
      `error: ${this.#name} failed in a way that nobody expected: ${short}. Report it with what stands above.`,
    );
  }
}

/** The exit code of an error of commander, which need not be loaded. */
function exitCodeOfCommander(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('exitCode' in error)) return undefined;
  const isOfCommander = typeof error.code === 'string' && error.code.startsWith('commander.');
  return isOfCommander && typeof error.exitCode === 'number' ? error.exitCode : undefined;
}

/** As a shell says that a signal ended a process. */
function exitCodeOfSignal({ reason }: AbortSignal): number | undefined {
  const number = Object.entries(constants.signals).find(([name]) => name === reason)?.[1];
  return number === undefined ? undefined : 128 + number;
}
