import { formatPatterns } from '../plain/format-patterns.ts';
import type { ListKind, NumberKind, ObjectKind, Outside, TextKind } from './kinds.ts';

/** In what a text leaves what is promised; none where it keeps to it. */
export function textMisfits(kind: TextKind, value: string): readonly Outside[] {
  const { known, isOpen = false, format, pattern, minLength = 0, maxLength = Infinity } = kind;
  if (known?.includes(value)) return none;
  if (known !== undefined && !isOpen) return ['value'];
  const form = format !== undefined && Object.hasOwn(forms, format) ? forms[format] : undefined;
  const hasForm = [form, pattern].every((each) => each === undefined || matches(each, value));
  return outside(!hasForm, !hasLength(value, minLength, maxLength));
}

/** In code points, which are counted where UTF-16 units alone, one or two for each, don't tell. */
function hasLength(text: string, least: number, most: number): boolean {
  return isWithin(text.length, 2 * least, most) || isWithin(Array.from(text).length, least, most);
}

/** The same of a number. */
export function numberMisfits(kind: NumberKind, value: number): readonly Outside[] {
  const { known, minimum, maximum, exclusiveMinimum = -Infinity, exclusiveMaximum = Infinity, multipleOf } = kind;
  if (known !== undefined) return known.includes(value) ? none : ['value'];
  const isMultiple = multipleOf === undefined || isWhole(value / multipleOf);
  const isInside = isWithin(value, minimum, maximum) && value > exclusiveMinimum && value < exclusiveMaximum;
  return outside(false, !isMultiple || !isInside);
}

/** The same of a list, its elements apart. */
export function listMisfits(
  { minItems, maxItems, isUnique = false }: ListKind,
  value: readonly unknown[],
): readonly Outside[] {
  const isRepeated = isUnique && new Set(value.map((each) => JSON.stringify(each))).size < value.length;
  return outside(false, isRepeated || !isWithin(value.length, minItems, maxItems));
}

/** The same of an object, its members apart. */
export function objectMisfits({ minProperties, maxProperties }: ObjectKind, value: object): readonly Outside[] {
  return outside(false, !isWithin(Object.keys(value).length, minProperties, maxProperties));
}

function isWithin(number: number, least = -Infinity, most = Infinity): boolean {
  return number >= least && number <= most;
}

/** Of another format than the API's nothing is known. */
const forms: Readonly<Record<string, string>> = formatPatterns;

const none: readonly Outside[] = [];

function outside(hasOtherForm: boolean, isBeyond: boolean): readonly Outside[] {
  if (hasOtherForm) return isBeyond ? ['format', 'limit'] : ['format'];
  return isBeyond ? ['limit'] : none;
}

/** 0.3 is a multiple of 0.1. */
function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-9 * Math.max(1, Math.abs(value));
}

const expressions = new Map<string, RegExp>();

/** Documents hold patterns of other engines: one that JavaScript can't read refuses nothing. */
function matches(source: string, value: string): boolean {
  let expression = expressions.get(source);
  if (expression === undefined) expressions.set(source, (expression = expressionOf(source)));
  return expression.test(value);
}

function expressionOf(source: string): RegExp {
  // PCRE writes `\pL`, JavaScript `\p{L}`.
  const spelled = source.replaceAll(/(?<!\\)((?:\\\\)*\\[pP])([A-Z])/g, '$1{$2}');
  for (const flags of ['u', '']) {
    try {
      return new RegExp(spelled, flags);
    } catch {
      // The next one, then.
    }
  }
  return /(?:)/;
}
