/** One Pact matcher, as it stands in a pact file. */
export type Matcher =
  | { readonly match: 'boolean' | 'equality' | 'integer' | 'null' | 'number' }
  | { readonly match: 'type'; readonly min?: number; readonly max?: number }
  | { readonly match: 'regex'; readonly regex: string }
  | { readonly match: 'eachValue'; readonly value: string; readonly rules: readonly Matcher[] };

/** The matchers of one place, and whether all of them must fit or one. */
export interface MatchingRule {
  readonly combine: 'AND' | 'OR';
  readonly matchers: readonly Matcher[];
}

/** Matching rules by place, in Pact's own path language: `$.primaryAddress.city`, `$.tags[*].name`. */
export type MatchingRules = Readonly<Record<string, MatchingRule>>;

/** A rule all of whose matchers must fit. */
export function all(...matchers: readonly Matcher[]): MatchingRule {
  return { combine: 'AND', matchers };
}

/**
 * The place of a member in Pact's path language. A name that isn't a plain word goes into brackets; for one with a quote the
 * language has no words (there is no escape), so that it is any member that no other rule names.
 */
export function memberPath(parent: string, name: string): string {
  if (/^[A-Za-z_]\w*$/.test(name)) return `${parent}.${name}`;
  return name.includes("'") ? `${parent}.*` : `${parent}['${name}']`;
}

/** A text as a regular expression, in Oniguruma's dialect too, that only the text itself fits. */
export function escapeRegex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
