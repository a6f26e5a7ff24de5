import assert from 'node:assert/strict';

import { createCustomersClient } from '@customer-contracts/client';
import { startEmulator } from '@customer-contracts/emulator';
import { ResourceId, TimelineComment } from '@customer-contracts/schemas';
import * as z from 'zod';

import { consumerNamed, openapiDocument } from '../src/consumer.ts';

const one = { id: 'cus_01' };

// The harness makes contracts of all answers.
const consumer = consumerNamed('timeline-web');
const comments = consumer.pact.getCustomerTimelineComments(one);
const Comment = z.object({
  id: ResourceId,
  text: z.string(),
  createdTime: z.iso.datetime({ offset: true }),
  author: z.string().nullable(),
  websiteId: z.string().optional(),
});

interface Mock {
  readonly baseUrl: string;
  readonly apiKey: string;
}

async function get({ baseUrl, apiKey }: Mock): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await fetch(`${baseUrl}/customers/cus_01/timeline-comments`, { headers: { 'REB-APIKEY': apiKey } });
  return { status: response.status, body: await response.json() };
}

const answers: Record<string, readonly z.infer<typeof Comment>[]> = {};
await comments
  .reads(Comment)
  .readsHeaders('Timeline-Revision')
  .test(async (mock) => {
    assert.deepEqual(await get(mock), { status: 200, body: mock.example });
    answers[mock.variant] = mock.example;
  })();
assert.deepEqual(Object.keys(answers), ['complete', 'bare', 'empty']);
const [complete, another] = answers['complete'] ?? [];
assert.ok(complete?.author, 'what may be null is there in the complete answer');
assert.ok(complete.websiteId, 'what may be absent is there in the complete answer');
assert.notDeepEqual(complete, another);
assert.deepEqual(Object.keys(answers['bare']?.[0] ?? {}), ['id', 'text', 'createdTime', 'author']);
assert.equal(answers['bare']?.[0]?.author, null);
assert.deepEqual(answers['empty'], []);

const Problem = z.object({ status: z.int() });
for (const status of [401, 403, 404] as const) {
  await comments
    .respondsWith(status)
    .reads(Problem)
    .test(async (mock) => assert.deepEqual(await get(mock), { status, body: { status } }))();
}

// What the API may answer is proven before.
const Strict = Comment.extend({ author: z.email() });
await assert.rejects(
  // @ts-expect-error -- The compiler says so, too.
  comments.reads(Strict).test(() => {})(),
  /^ReaderError: Failed to read the answer of getCustomerTimelineComments 200: author may be null/,
);

// The provider honours them.
const contract = await consumer.merged();
const { interactions, coverage } = await contract.verified();
assert.equal(interactions.length, 6);
assert.deepEqual(
  interactions.filter(({ isPassed }) => !isPassed),
  [],
);

// What reads pacts knows them.
assert.deepEqual(contract.findings, []);
assert.deepEqual(
  new Set((await contract.findingsWith('author', 'autor')).map(({ rule, path }) => `${rule} ${path}`)),
  new Set(['undocumented-member response.body[0].autor']),
);
assert.deepEqual(
  coverage.filter(({ interactions }) => interactions > 0).map(({ cell, isVerified }) => [cell, isVerified]),
  [200, 401, 403, 404].map((status) => [`getCustomerTimelineComments ${status}`, true]),
);
assert.deepEqual(
  contract.usage.filter(({ schema }) => schema === 'TimelineComment').map(({ member }) => member),
  Object.keys(Comment.shape),
);
const { paths, components } = openapiDocument();
assert.equal(paths['/customers/{id}/timeline-comments']?.['get']?.operationId, 'GetCustomerTimelineComments');
const { description, properties } = components.schemas['TimelineComment'] ?? {};
assert.equal(description, 'A comment on the timeline of a customer.');
assert.deepEqual(Object.keys(properties ?? {}), Object.keys(TimelineComment.shape));

// The client has a method for it.
const emulator = await startEmulator();
const client = createCustomersClient({ server: emulator.url, apiKey: emulator.apiKey });
await assert.rejects(client.getCustomerTimelineComments(one), { name: 'NotFoundError' });
await client.putCustomer({ ...one, body: {} });
assert.deepEqual((await client.getCustomerTimelineComments(one)).body, []);
await client.putCustomerLeadSource({ ...one, body: { medium: 'cpc' } });
const [comment] = (await client.getCustomerTimelineComments(one)).body;
assert.equal(comment?.customerId, 'cus_01');
await emulator.close();
