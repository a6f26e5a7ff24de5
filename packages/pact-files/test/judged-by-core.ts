import { makeConsumerPact } from '@pact-foundation/pact-core/dist/consumer/index.js';

/** A rule as it stands in a pact file. */
export interface RawRule {
  readonly combine?: string | undefined;
  readonly matchers: readonly Readonly<Record<string, unknown>>[];
}

/** Where values stand in a request. */
export type JudgedPart = 'body' | 'query' | 'header';

/** A value beside the rule that it must fit, and the example of the rule. */
export interface JudgedValue extends RawRule {
  readonly example: unknown;
  readonly value: unknown;
}

/** The number by which the core knows version 4 of the Pact specification. */
const specificationV4 = 5;

/**
 * Which values fit their rules, by the word of Pact's own core: all of them are members of one body, or parameters of one
 * query, or headers, where they are text.
 */
export async function judgedByCore(values: readonly JudgedValue[], part: JudgedPart): Promise<readonly boolean[]> {
  const members = values.map(({ combine = 'AND', matchers, ...each }, index) => ({
    name: `member${index}`,
    rule: { combine, matchers },
    ...each,
  }));
  const place = part === 'body' ? '$.' : '';
  const refused = await refusedByCore(
    part,
    Object.fromEntries(members.map(({ name, example }) => [name, example])),
    Object.fromEntries(members.map(({ name, rule }) => [`${place}${name}`, rule])),
    Object.fromEntries(members.map(({ name, value }) => [name, value])),
  );
  // What is inside of a member counts as it.
  const names = refused.map((where) => /^(?:\$\.)?(member\d+)/.exec(where)?.[1] ?? where);
  const other = names.find((name) => !members.some((member) => member.name === name));
  if (other !== undefined) throw new Error(`Failed to ask Pact's core: it has something against ${other}.`);
  return members.map(({ name }) => !names.includes(name));
}

/** The places, or the names of parameters, where Pact's own core, as a mock server, has something against a request. */
export async function refusedByCore(
  part: JudgedPart,
  example: Readonly<Record<string, unknown>>,
  rules: Readonly<Record<string, RawRule>>,
  sent: Readonly<Record<string, unknown>>,
): Promise<readonly string[]> {
  const pact = makeConsumerPact('consumer', 'provider', specificationV4, 'error');
  const interaction = pact.newInteraction('values');
  interaction.withRequest('POST', '/');
  if (part === 'body') interaction.withRequestBody(JSON.stringify(example), 'application/json');
  for (const [name, value] of part === 'body' ? [] : Object.entries(example)) {
    if (part === 'query') interaction.withQuery(name, 0, String(value));
    else interaction.withRequestHeader(name, 0, String(value));
  }
  interaction.withRequestMatchingRules(JSON.stringify({ [part]: rules }));
  interaction.withStatus(204);
  const port = pact.createMockServer('127.0.0.1', 0, false);
  try {
    const texts = Object.entries(sent).map(([name, value]): [string, string] => [name, String(value)]);
    const query = new URLSearchParams(texts);
    await fetch(`http://127.0.0.1:${port}/${part === 'query' ? `?${query.toString()}` : ''}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(part === 'header' ? Object.fromEntries(texts) : {}) },
      body: part === 'body' ? JSON.stringify(sent) : null,
    });
    return pact.mockServerMismatches(port).flatMap((result) => {
      if (!('mismatches' in result)) return [JSON.stringify(result)];
      return result.mismatches.map((mismatch) => {
        if ('parameter' in mismatch) return mismatch.parameter;
        if ('key' in mismatch) return mismatch.key;
        return 'path' in mismatch ? mismatch.path : JSON.stringify(mismatch);
      });
    });
  } finally {
    pact.cleanupMockServer(port);
  }
}
