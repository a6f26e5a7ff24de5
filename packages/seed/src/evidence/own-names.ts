import type { Ask, Expectation, Json } from './scenario.ts';

/** What belongs to one scenario of one run alone: ids, and an e-mail address that reaches nobody. */
export class OwnNames {
  /** What all of them are made from. */
  readonly word: string;

  /** @param run a word of the run's own. */
  constructor(run: string, scenario: string) {
    this.word = `ev-${run}-${scenario}`;
  }

  get mail(): string {
    return `${this.word}@example.com`.toLowerCase();
  }

  /** A text with the names in their places. */
  in(text: string): string {
    return text
      .replaceAll('{mail}', this.mail)
      .replaceAll('{word}', this.word)
      .replaceAll(/\{([a-z])\}/g, `${this.word}-$1`);
  }

  /** A value with the names in the places of its texts. */
  within(value: Json): Json {
    if (typeof value === 'string') return this.in(value);
    if (typeof value !== 'object' || value === null) return value;
    if (isList(value)) return value.map((each) => this.within(each));
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, this.within(each)]));
  }

  /** A request with the names in it. */
  asked({ path, query, body, ...ask }: Ask): Ask {
    const named = Object.entries(query ?? {}).map(([name, value]) => [name, this.in(value)] as const);
    return {
      ...ask,
      path: this.in(path),
      ...(query && { query: Object.fromEntries(named) }),
      ...(body !== undefined && { body: this.within(body) }),
    };
  }

  /** An expectation with the names in it. */
  expected(expectation: Expectation): Expectation {
    if (!('is' in expectation)) return expectation;
    const { is } = expectation;
    if ('equals' in is) return { ...expectation, is: { equals: this.within(is.equals) } };
    if ('ids' in is) return { ...expectation, is: { ids: is.ids.map((id) => this.in(id)) } };
    return expectation;
  }
}

/** `Array.isArray` knows no list that is readonly. */
export function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}
