import { nearest } from './nearest.ts';
import { kindOf, shown } from './shown.ts';

/** What is wrong with an option, in the two sentences that end a message: `${received}. ${advice}`. */
export interface OptionProblem {
  /** The option's name, a dotted path where it is inside another; empty for the options as a whole. */
  readonly option: string;
  /** What was given, without a full stop: `port is -1`. */
  readonly received: string;
  /** What to give instead, a sentence. */
  readonly advice: string;
}

/** An option that there isn't. `parents` is where it stands; `known` is what may stand there. */
export function unknownOption(
  name: string,
  known: readonly string[],
  parents: readonly PropertyKey[] = [],
): OptionProblem {
  const at = (each: string): string => [...parents, each].join('.');
  const meant = nearest(name, known);
  const option = at(name);
  return {
    option,
    received: `there is no option ${/^[\w.-]+$/.test(option) ? option : shown(option)}`,
    advice:
      meant !== undefined
        ? `Did you mean ${at(meant)}?`
        : known.length === 0
          ? 'Leave it out.'
          : `Choose from ${known.map(at).join(', ')}.`,
  };
}

/** An option with a value that can't be used; of a secret only the kind is shown. `advice` goes without a full stop. */
export function misusedOption(option: string, value: unknown, advice: string, isSecret = false): OptionProblem {
  return {
    option,
    received: `${option} is ${isSecret ? kindOf(value) : shown(value)}`,
    advice: `${advice}.`,
  };
}

/** What stands in the place of the options is none. It may be a secret, so it isn't shown. */
export function noOptions(options: unknown): OptionProblem {
  return { option: '', received: `the options are ${kindOf(options)}`, advice: 'Give an object of options.' };
}
