import { shown } from '@customer-contracts/schemas/internal';
import type { Kinds, NumberKind, TextKind } from '@customer-contracts/schemas/shapes';

/** More values than these are no help. */
const shownValues = 8;

/** What may stand at a place, in words behind `takes`: `a text of at most 45 characters, or null`. */
export function inWords({ isNullable, text, number, boolean, list, object }: Kinds): string {
  const kinds = [
    ...(text === undefined ? [] : [textInWords(text)]),
    ...(number === undefined ? [] : [numberInWords(number)]),
    ...(boolean === undefined ? [] : [valuesInWords(boolean.known) ?? 'true or false']),
    ...(list === undefined ? [] : ['a list']),
    ...(object === undefined ? [] : ['an object']),
    ...(isNullable ? ['null'] : []),
  ];
  return kinds.length === 0 ? 'nothing' : kinds.join(', or ');
}

function textInWords({ known, isOpen, format, pattern, minLength = 0, maxLength }: TextKind): string {
  const listed = isOpen ? undefined : valuesInWords(known);
  if (listed !== undefined) return listed;
  const limits = [
    ...(format === undefined ? [] : [`in the format ${format}`]),
    ...(pattern === undefined ? [] : [`that fits ${shown(pattern)}`]),
    ...(minLength > 0 ? [`of at least ${minLength} characters`] : []),
    ...(maxLength === undefined ? [] : [`of at most ${maxLength} characters`]),
  ];
  return ['a text', ...limits].join(' ');
}

function numberInWords({ isInteger, known, ...limits }: NumberKind): string {
  const listed = valuesInWords(known);
  if (listed !== undefined) return listed;
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = limits;
  const said = [
    ...(minimum === undefined ? [] : [`from ${minimum}`]),
    ...(exclusiveMinimum === undefined ? [] : [`above ${exclusiveMinimum}`]),
    ...(maximum === undefined ? [] : [`up to ${maximum}`]),
    ...(exclusiveMaximum === undefined ? [] : [`below ${exclusiveMaximum}`]),
  ];
  return [isInteger ? 'a whole number' : 'a number', ...said].join(' ');
}

function valuesInWords(known: readonly unknown[] | undefined): string | undefined {
  if (known === undefined) return undefined;
  const more = known.length - shownValues;
  const listed = known.slice(0, shownValues).map(shown).join(', ');
  return `one of ${listed}${more > 0 ? ` and ${more} more` : ''}`;
}
