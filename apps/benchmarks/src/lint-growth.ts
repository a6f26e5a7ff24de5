import { lint, parsePact } from '@customer-contracts/pact-files';

import { inTurn, type Row, row } from './row.ts';
import { withCleanHeap } from './with-clean-heap.ts';

const few = 1000;
const rounds = 5;

/** What grows, and the text of a pact file with so many of them. */
const kinds: Readonly<Record<string, (count: number) => string>> = {
  'interactions of different customers': (count) =>
    pactOf(count, (index) => ({ description: `get customer ${index}`, path: `/customers/cus_${index}` })),
  'interactions of one request in one state': (count) =>
    pactOf(count, (index) => ({ description: `read ${index}`, email: `ann${index}@example.com` })),
  'interactions of one request that clash': (count) =>
    pactOf(count, (index) => ({ description: `read ${index}`, email: `ann${index}@example.com`, rules: {} })),
  'interactions of one name': (count) =>
    pactOf(count, (index) => ({ description: 'get a customer', email: `ann${index}@example.com` })),
  'descriptions with escapes, each with a finding': (count) =>
    pactOf(count, (index) => ({ description: `read "é" ${index}`, misspelt: true })).replaceAll(
      'é',
      String.raw`\u00e9`,
    ),
  'levels of nesting, which Pact refuses': (count) =>
    pactOf(1, () => ({ description: 'nested' })).replace(
      '"ann@example.com"',
      `"ann@example.com","customFields":${'['.repeat(count)}${']'.repeat(count)}`,
    ),
};

/** What one costs among 10,000 and 100,000, beside what it costs among 1,000: the same, if the cost is linear. */
export async function growth(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [kind, textOf] of Object.entries(kinds)) {
    const peer = costOfOne(textOf(few), few, 20);
    await peer();
    for (const many of [10_000, 100_000]) {
      const ours = costOfOne(textOf(many), many, 1);
      const figures = await inTurn(many > 10_000 ? 3 : rounds, ours, peer);
      const work = `one of ${many.toLocaleString('en')} ${kind} | of ${few.toLocaleString('en')}`;
      rows.push(row(work, 'µs', figures, { atMost: 1.5 }));
    }
  }
  return rows;
}

/** Measures how long one takes, in µs of the processor, over several repetitions. */
function costOfOne(text: string, count: number, repetitions: number): () => Promise<number> {
  return withCleanHeap(async () => {
    const start = process.cpuUsage();
    for (let repetition = 0; repetition < repetitions; repetition += 1) await judge(text);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / repetitions / count;
  });
}

async function judge(text: string): Promise<void> {
  try {
    await lint([parsePact(text, 'growth.json')]);
  } catch (error) {
    // What Pact refuses is refused; that has a cost, too.
    if (!(error instanceof Error && error.message.includes('which Pact refuses'))) throw error;
  }
}

interface Difference {
  readonly description: string;
  readonly path?: string;
  readonly email?: string;
  readonly rules?: object;
  readonly misspelt?: boolean;
}

function pactOf(count: number, differenceAt: (index: number) => Difference): string {
  return JSON.stringify({
    consumer: { name: 'bench' },
    provider: { name: 'rebilly-customers-api' },
    interactions: Array.from({ length: count }, (_, index) => interaction(differenceAt(index))),
    metadata: { pactSpecification: { version: '4.0' } },
  });
}

function interaction({
  description,
  path = '/customers/cus_01',
  email = 'ann@example.com',
  rules = { '$.email': { combine: 'AND', matchers: [{ match: 'type' }] } },
  misspelt = false,
}: Difference): object {
  return {
    type: 'Synchronous/HTTP',
    description,
    providerStates: [{ name: 'a customer exists' }],
    request: { method: 'GET', path, headers: { 'REB-APIKEY': ['placeholder-api-key'] } },
    response: {
      status: 200,
      body: { content: misspelt ? { emial: email } : { email }, contentType: 'application/json', encoded: false },
      ...(misspelt ? {} : { matchingRules: { body: rules } }),
    },
  };
}
