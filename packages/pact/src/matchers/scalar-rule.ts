import type { JsonSchema } from '../reader/json-schema.ts';
import { escapeRegex } from './escape-regex.ts';
import { formats } from './formats.ts';
import { all, type Matcher, type MatchingRule } from './matching-rule.ts';

/**
 * The rule for a text, number or boolean. Several alternatives, null among them, become an OR; within one alternative
 * Pact has no AND then, so that of a format and the type the format stays, which no other type fits.
 */
export function scalarRule(options: readonly JsonSchema[], isNullable: boolean): MatchingRule {
  const alternatives = options.map(matchersOf);
  const [only] = alternatives;
  if (options.length === 1 && options[0]?.const !== undefined) return literalRule(isNullable);
  if (alternatives.length === 1 && only !== undefined && !isNullable) return all(...only);
  const matchers = alternatives.flatMap((matchers) => matchers.slice(-1));
  const unique = [...new Map(matchers.map((matcher) => [JSON.stringify(matcher), matcher])).values()];
  return { combine: 'OR', matchers: isNullable ? [...unique, { match: 'null' }] : unique };
}

/** A single literal is the example itself. */
function literalRule(isNullable: boolean): MatchingRule {
  return isNullable
    ? { combine: 'OR', matchers: [{ match: 'equality' }, { match: 'null' }] }
    : all({ match: 'equality' });
}

/** The matchers of one alternative, the one that says most at the end. */
function matchersOf(schema: JsonSchema): readonly Matcher[] {
  const type = typeMatcher(schema);
  const values = schema.const === undefined ? schema.enum?.filter((value) => value !== null) : [schema.const];
  if (values !== undefined) return [type, { match: 'regex', regex: `^(${values.map(asPattern).join('|')})$` }];
  const format = schema.format === undefined ? undefined : formats[schema.format];
  return format === undefined ? [type] : [type, { match: 'regex', regex: format }];
}

function typeMatcher({ type, const: constant, enum: values }: JsonSchema): Matcher {
  const example = constant ?? values?.[0];
  if (type === 'integer') return { match: 'integer' };
  if (type === 'number' || typeof example === 'number') return { match: 'number' };
  if (type === 'boolean' || typeof example === 'boolean') return { match: 'boolean' };
  return { match: 'type' };
}

function asPattern(value: unknown): string {
  return escapeRegex(String(value));
}
