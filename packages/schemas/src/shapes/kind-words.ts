import type { Kinds } from './kinds.ts';

/** The kinds that may stand at a place, as JSON Schema calls them. */
export function kindsIn({ text, number, boolean, list, object }: Kinds): readonly string[] {
  return [
    ...(text ? ['string'] : []),
    ...(number ? [number.isInteger ? 'integer' : 'number'] : []),
    ...(boolean ? ['boolean'] : []),
    ...(list ? ['array'] : []),
    ...(object ? ['object'] : []),
  ];
}

/** Some words as alternatives: `string, array or null`. */
export function or(words: readonly string[]): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}` : (words[0] ?? 'null alone');
}

/** A value of a list. */
export type Value = string | number | boolean;

/** Some values, and how many more. */
export function listed(values: readonly Value[]): string {
  const shown = values.slice(0, 3).map((each) => JSON.stringify(each));
  return or(values.length > 3 ? [...shown, `one of ${values.length - 3} more`] : shown);
}
