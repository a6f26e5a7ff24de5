import {
  type Kinds,
  type ListKind,
  misfits,
  type NumberKind,
  type ObjectKind,
  type TextKind,
} from '@customer-contracts/schemas/shapes';

import { possibleValues } from '../../json/possible-values.ts';

/**
 * Values that may stand at a place, those that tell it from another first: each listed one, both ends of each limit and what is
 * just beyond the limits of `beside`, an example of each format. A text or a list is made from `like` where there is one, so
 * that it differs in nothing else. Not all of them fit: whoever takes one asks first.
 */
export function sampleValues(kinds: Kinds, beside?: Kinds, like?: unknown): readonly unknown[] {
  const { text, number, boolean, list, object, alternatives = [] } = kinds;
  const nothing = [text, number, boolean, list, object].every((kind) => kind === undefined);
  return [
    ...(text === undefined ? [] : sampleTexts(text, beside?.text, like)),
    ...(number === undefined ? [] : sampleNumbers(number, beside?.number)),
    ...(boolean === undefined ? [] : (boolean.known ?? [true, false])),
    ...(list === undefined ? [] : sampleLists(list, beside?.list, like)),
    ...alternatives.flatMap((each) => sampleValues(each, undefined, like)),
    ...(object === undefined ? [] : [sampleObject(object, 0)]),
    ...(nothing && alternatives.length === 0 ? ['text', 1, true, [], {}] : []),
  ];
}

/** One value that may stand at a place, as small as it may be. */
export function sampleValue(kinds: Kinds, depth = 0): unknown {
  const { text, number, boolean, list, object, isNullable } = kinds;
  if (object !== undefined) return depth > deepest ? {} : sampleObject(object, depth + 1);
  if (list !== undefined) {
    return Array.from({ length: list.minItems ?? 0 }, () => sampleValue(list.element, depth + 1));
  }
  if (text !== undefined) return firstFitting(kinds, sampleTexts(text, undefined, undefined));
  if (number !== undefined) return firstFitting(kinds, sampleNumbers(number, undefined));
  if (boolean !== undefined) return boolean.known?.[0] ?? true;
  return isNullable ? null : {};
}

function firstFitting(kinds: Kinds, samples: readonly unknown[]): unknown {
  return samples.find((each) => misfits(kinds, each).length === 0) ?? samples[0] ?? '';
}

/** Shapes may be recursive. */
const deepest = 8;

/** An object with the members that must come. */
function sampleObject({ members }: ObjectKind, depth: number): Readonly<Record<string, unknown>> {
  const required = Object.entries(members).filter(([, member]) => !member.isOptional);
  return Object.fromEntries(required.map(([name, member]) => [name, sampleValue(member, depth)]));
}

/** Texts of the forms that patterns commonly ask for. */
const forms = [
  'text',
  'A',
  'GB',
  'USD',
  'en-GB',
  '1',
  'W1 2AB',
  'cus_01',
  '1980-04-01',
  '2026-03-08T12:57:32Z',
  'bob@example.com',
  'https://www.example.com',
  '936da01f-9abd-4d9d-80c7-02af85c822a8',
  '056ae6d97c788b9e98b049ebafd7b229bf852221',
  '+44 20 7946 0958',
  'one two!',
];

function sampleTexts(text: TextKind, beside: TextKind | undefined, like: unknown): readonly string[] {
  const { known = [], isOpen = text.known === undefined, format, minLength, maxLength } = text;
  if (!isOpen) return known;
  const ofFormat = format === undefined ? [] : possibleValues({ type: 'string', format }).map(({ value }) => value);
  const lengths = [
    minLength,
    maxLength,
    beside?.maxLength === undefined ? undefined : beside.maxLength + 1,
    beside?.minLength === undefined ? undefined : beside.minLength - 1,
  ].filter((length) => length !== undefined && length >= 0 && length <= longest);
  const models = [...(typeof like === 'string' && like !== '' ? [like] : []), 'x', 'A', '1'];
  const sized = lengths.flatMap((length) => models.map((model) => ofLength(model, length ?? 0)));
  return [
    ...known,
    ...ofFormat.filter((each) => typeof each === 'string'),
    ...forms,
    ...sized,
    ...(beside?.known === undefined ? [] : ['another-value']),
  ];
}

/** Longer ones show nothing more. */
const longest = 10_000;

/** A text of so many code points: the beginning of a model, or the model with its last character again and again. */
function ofLength(model: string, length: number): string {
  const characters = Array.from(model);
  if (characters.length >= length) return characters.slice(0, length).join('');
  return model + (characters.at(-1) ?? 'x').repeat(length - characters.length);
}

function sampleNumbers(number: NumberKind, beside: NumberKind | undefined): readonly number[] {
  const { known, isInteger, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = number;
  if (known !== undefined) return known;
  const step = multipleOf ?? 1;
  const ends = [
    minimum,
    maximum,
    exclusiveMinimum === undefined ? undefined : exclusiveMinimum + step,
    exclusiveMaximum === undefined ? undefined : exclusiveMaximum - step,
    beside?.minimum === undefined ? undefined : beside.minimum - step,
    beside?.maximum === undefined ? undefined : beside.maximum + step,
    beside?.exclusiveMinimum,
    beside?.exclusiveMaximum,
  ].filter((end) => end !== undefined);
  const fractions = isInteger ? [] : [0.5];
  return [...ends, ...(beside?.isInteger === true ? fractions : []), 1, 0, -1, 1_000_000, step, ...fractions];
}

function sampleLists(list: ListKind, beside: ListKind | undefined, like: unknown): readonly unknown[] {
  const elements: readonly unknown[] = Array.isArray(like) ? like : [];
  const lengths = [
    list.minItems,
    list.maxItems,
    beside?.maxItems === undefined ? undefined : beside.maxItems + 1,
    beside?.minItems === undefined ? undefined : beside.minItems - 1,
    1,
    2,
  ].filter((length) => length !== undefined && length >= 0 && length <= mostElements);
  return lengths.map((length = 0) =>
    Array.from({ length }, (_, index) => elements[index] ?? elements[0] ?? sampleValue(list.element, 1)),
  );
}

const mostElements = 2000;
