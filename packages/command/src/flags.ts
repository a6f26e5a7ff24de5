import { createRequire } from 'node:module';

import { versionIn, wholeNumber } from '@customer-contracts/schemas/internal';
import { Command, InvalidArgumentError } from 'commander';

/** What a command is called, and where it comes from. */
export interface Program {
  /** `customer-seed`. */
  readonly name: string;
  readonly description: string;
  /** The URL of a module of the package whose version it has. */
  readonly from: string;
  /** The path of that package's `package.json`, from that module, or its name. */
  readonly manifest: string;
}

/**
 * A command without flags that knows `--version`, says what is wrong with the flags in one line, and then throws what
 * `startCommand` takes for the exit code.
 */
export function createProgram({ name, description, from, manifest }: Program): Command {
  return withOneLine(new Command(name))
    .description(description)
    .version(versionIn(createRequire(from)(manifest)))
    .allowExcessArguments(false);
}

/** Lets a command say what is wrong with its flags as {@link createProgram} does, and throw it. */
export function withOneLine(command: Command): Command {
  // As few columns as the longest usage of a command leaves on a terminal of 80.
  return command
    .exitOverride()
    .configureHelp({ minWidthToWrap: 30 })
    .configureOutput({
      // The console of a command lets nothing pass that a terminal obeys, and no secret.
      writeOut: (text) => console.log(text.trimEnd()),
      writeErr: (text) => console.error(text.trimEnd()),
      outputError: (text, write) => write(`${text.trimEnd().replaceAll('\n', ' ')}\n`),
    });
}

/** What reads a flag that is a whole number. */
export function wholeFlag(
  least: number,
  most: number,
  advice = `Give a whole number from ${least} to ${most}.`,
): (value: string) => number {
  return (value) => {
    const number = wholeNumber(value, most);
    if (number !== undefined && number >= least) return number;
    throw new InvalidArgumentError(advice);
  };
}
