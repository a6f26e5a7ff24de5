import type { JsonSchema } from '@customer-contracts/pact-files/internal';

import { escapeRegex, all, type Matcher, type MatchingRule } from './matching-rule.ts';

/**
 * The formats that Pact can check, each as a regular expression of Oniguruma's dialect for the whole text. They are as wide as
 * the API's own promise: `+00:00` and fractions are valid in a date-time.
 */
const formats: Readonly<Record<string, string>> = {
  email: '^[^@\\s]+@[^@\\s]+$',
  date: '^\\d{4}-\\d{2}-\\d{2}$',
  'date-time': '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$',
  uri: '^[A-Za-z][A-Za-z0-9+.-]*:\\S+$',
};

/** 3.0 and 1e0 are integers, as in JSON Schema: Pact's own `integer` takes 3 alone. A number is matched as its text. */
const integer: readonly Matcher[] = [{ match: 'number' }, { match: 'regex', regex: '^-?\\d+(\\.0+)?([eE]\\+?\\d+)?$' }];

/** The same without an AND: text like 3.0 slips through. */
const integerAlone: readonly Matcher[] = [
  { match: 'integer' },
  { match: 'regex', regex: '^-?\\d+(\\.0+([eE]\\+?\\d+)?|[eE]\\+?\\d+)$' },
];

/**
 * The rule for a text, number or boolean. Several alternatives, null among them, become an OR; within one alternative
 * Pact has no AND then, so that of a format and the type the format stays, which no other type fits.
 */
export function scalarRule(options: readonly JsonSchema[], isNullable: boolean, example: unknown): MatchingRule {
  if (options.length === 1 && options[0]?.const !== undefined) return literalRule(isNullable);
  const alternatives = joinLiterals(withoutListed(options)).map((option) => matchersOf(option, example));
  const [only] = alternatives;
  if (alternatives.length === 1 && only !== undefined && !isNullable) return all(...only);
  const matchers = alternatives.flatMap((each) => (each === integer ? integerAlone : each.slice(-1)));
  const unique = [...new Map(matchers.map((matcher) => [JSON.stringify(matcher), matcher])).values()];
  return { combine: 'OR', matchers: isNullable ? [...unique, { match: 'null' }] : unique };
}

/** Where any text fits, the values that are listed beside it say nothing more. */
function withoutListed(options: readonly JsonSchema[]): readonly JsonSchema[] {
  if (!options.some(isAnyText)) return options;
  return options.filter((option) => isAnyText(option) || !isListedText(option));
}

function isAnyText({ type, format, const: only, enum: values }: JsonSchema): boolean {
  return type === 'string' && format === undefined && only === undefined && values === undefined;
}

function isListedText({ const: only, enum: values = [only] }: JsonSchema): boolean {
  return values.every((value) => typeof value === 'string');
}

/** A union of literals is an enumeration. */
function joinLiterals(options: readonly JsonSchema[]): readonly JsonSchema[] {
  return options.every((option) => option.const !== undefined)
    ? [{ enum: options.map((option) => option.const) }]
    : options;
}

/** A single literal is the example itself. */
function literalRule(isNullable: boolean): MatchingRule {
  return isNullable
    ? { combine: 'OR', matchers: [{ match: 'equality' }, { match: 'null' }] }
    : all({ match: 'equality' });
}

/** The matchers of one alternative, the one that says most at the end. */
function matchersOf(schema: JsonSchema, example: unknown): readonly Matcher[] {
  if (schema.type === 'integer' && schema.const === undefined && schema.enum === undefined) return integer;
  const type = typeMatchers(schema, example);
  const values = schema.const === undefined ? schema.enum?.filter((value) => value !== null) : [schema.const];
  if (values !== undefined) return [...type, { match: 'regex', regex: `^(${values.map(asPattern).join('|')})$` }];
  const format = schema.format === undefined ? undefined : formats[schema.format];
  return format === undefined ? type : [...type, { match: 'regex', regex: format }];
}

/**
 * Pact's `type` is that of the example; any text at all is nothing that it can say beside another example. Its `boolean`
 * takes the text `true`, too, so it is only for other examples.
 */
function typeMatchers({ type, const: constant, enum: values }: JsonSchema, example: unknown): readonly Matcher[] {
  const sample = constant ?? values?.[0];
  if (type === 'integer') return [{ match: 'integer' }];
  if (type === 'number' || typeof sample === 'number') return [{ match: 'number' }];
  const own = type === 'boolean' || typeof sample === 'boolean' ? 'boolean' : 'string';
  if (typeof example === own) return [{ match: 'type' }];
  return own === 'boolean' ? [{ match: 'boolean' }] : [];
}

function asPattern(value: unknown): string {
  return escapeRegex(String(value));
}
