import * as fc from 'fast-check';

/** A member of a pact file, and what stands there instead; `undefined` for nothing. */
interface Mutation {
  readonly member: string;
  readonly value: unknown;
}

/** A pact file with something else at some of its members. */
export interface MutatedPact {
  /** The version, the members and the values. */
  readonly name: string;
  readonly text: string;
}

/** The versions of the specification, as files have them. */
const versions = ['1.0.0', '1.1.0', '2.0.0', '3.0.0', '4.0', '5.0'] as const;
type Version = (typeof versions)[number];

/** A sound pact of one interaction, without matching rules: those are tried elsewhere. */
function soundPact(version: Version): object {
  const [isNew, isWrapped] = [version >= '3', version.startsWith('4')];
  const headers = { 'Content-Type': 'application/json', 'X-Trace': isWrapped ? ['one'] : 'one' };
  const body = isWrapped
    ? { content: { id: 'cus_01' }, contentType: 'application/json', encoded: false }
    : { id: 'cus_01' };
  return {
    consumer: { name: 'billing-web' },
    provider: { name: 'rebilly-customers-api' },
    interactions: [
      {
        ...(isWrapped ? { type: 'Synchronous/HTTP', key: 'one', pending: false, comments: { text: ['well'] } } : {}),
        description: 'replace a customer',
        ...(isNew
          ? { providerStates: [{ name: 'a customer exists', params: {} }] }
          : { providerState: 'a customer exists' }),
        request: {
          method: 'PUT',
          path: '/customers/cus_01',
          query: isNew ? { expand: ['a', 'b'] } : 'expand=a&expand=b',
          headers,
          body,
        },
        response: { status: 200, headers, body },
      },
    ],
    metadata: { pactSpecification: { version } },
  };
}

const ofMessages = [
  ...words('headers headers.X-Trace headers.X-Trace.0 headers.Accept headers.Content-Type generators generators.body'),
  ...words('body body.content body.contentType body.encoded'),
];
const ofInteractions = [
  ...words('type key pending comments comments.text _id description transport interactionMarkup pluginConfiguration'),
  ...words(
    'providerState provider_state providerStates providerStates.0 providerStates.0.name providerStates.0.params',
  ),
  ...words('request request.method request.path request.query request.query.expand request.query.expand.1'),
  ...words('response response.status'),
  ...['request', 'response'].flatMap((part) => ofMessages.map((name) => `${part}.${name}`)),
];
const members = [
  ...words('consumer consumer.name provider provider.name interactions interactions.0 messages metadata'),
  ...words('metadata.pactSpecification metadata.pactSpecification.version metadata.pact-specification'),
  ...words('metadata.pactSpecificationVersion metadata.plugins'),
  ...ofInteractions.map((name) => `interactions.0.${name}`),
];

function words(text: string): readonly string[] {
  return text.split(' ');
}

/** One of each kind of JSON, empty and not. */
const kinds: readonly unknown[] = [undefined, null, true, 3, 1.5, '', 'text', [], [null], ['a'], [{}], {}, { a: 1 }];

/** What a reader could take for something: numbers and JSON in texts, other words of the specification. */
const values: readonly unknown[] = [
  ...kinds,
  ...words('404 12 true a=1&b&c=&&%zz=%C3%A9+x {"id":"cus_01"} "ada" [1] eyJpZCI6MX0= base64 JSON text/plain'),
  ...words('1.0.0 1.5 v4.0 V4 4.x 5 Asynchronous/Messages Synchronous/Messages'),
  ' a, b ',
  ' 4',
  false,
  0,
  404,
  -1,
  [3],
  ['a', null],
  { name: 'text' },
  { version: '4.0' },
  { content: 'text' },
];

/** Every member of a pact of the versions 2 to 4, with every kind of JSON. */
export function mutatedOnce(): readonly MutatedPact[] {
  return versions
    .filter((version) => /^[234]/.test(version))
    .flatMap((version) => members.flatMap((member) => kinds.flatMap((value) => mutated(version, [{ member, value }]))));
}

/** As many pacts with one to three members changed, the same for the same seed. */
export function mutatedOften(count: number, seed: number): readonly MutatedPact[] {
  const mutation = fc.record({ member: fc.constantFrom(...members), value: fc.constantFrom(...values) });
  const some = fc.tuple(fc.constantFrom(...versions), fc.array(mutation, { minLength: 1, maxLength: 3 }));
  return fc.sample(some, { numRuns: count, seed }).flatMap(([version, mutations]) => mutated(version, mutations));
}

/** None where a member has no place any more, or holds what it held. */
function mutated(version: Version, mutations: readonly Mutation[]): readonly MutatedPact[] {
  const before = JSON.stringify(soundPact(version));
  const pact: unknown = JSON.parse(before);
  for (const { member, value } of mutations) {
    const steps = member.split('.');
    const last = steps.pop() ?? '';
    const parent = steps.reduce<unknown>((outer, step) => Reflect.get(Object(outer), step), pact);
    if (typeof parent !== 'object' || parent === null) return [];
    if (value !== undefined) Reflect.set(parent, last, structuredClone(value));
    else if (Array.isArray(parent)) parent.splice(Number(last), 1);
    else Reflect.deleteProperty(parent, last);
  }
  const text = JSON.stringify(pact);
  const said = mutations.map(({ member, value }) => `${member}: ${JSON.stringify(value) ?? 'absent'}`);
  return text === before ? [] : [{ name: `${version} ${said.join(', ')}`, text }];
}
