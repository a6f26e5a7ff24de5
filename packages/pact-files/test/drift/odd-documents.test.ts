import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { DriftSourceError, readDriftSource, readShapes } from '@customer-contracts/pact-files';
import { compareShapes, misfits, shapeOfTable } from '@customer-contracts/schemas/shapes';
import { dump } from 'js-yaml';
import { expect, onTestFinished, test } from 'vitest';

import { objectAt, put } from './seeded-changes.ts';
import { answers, differences, requests } from './shown.ts';
import { type Json, theirDocument } from './their-document.ts';

const table = shapeOfTable();

/** How the payment instrument was until 2026: alternatives that are told apart by their method. */
function withInstruments(instruments: Json, schema: Json): Json {
  const document = theirDocument();
  for (const [name, each] of Object.entries(instruments)) put(document, `components.schemas.${name}`, each);
  put(document, 'components.schemas.PaymentInstrumentValueObject', schema);
  return document;
}

const method = (...known: readonly string[]) => ({ type: 'string', enum: known });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const vaulted = {
  required: ['method', 'paymentInstrumentId'],
  properties: {
    method: { ...method('payment-card', 'ach'), allOf: [ref('PaymentMethod')] },
    paymentInstrumentId: { type: 'string' },
  },
};
const cash = { required: ['method'], properties: { method: method('cash'), receivedBy: { type: 'string' } } };
const check = { required: ['method'], properties: { method: method('check'), reference: { type: 'string' } } };

test('tells a new alternative by the value of its discriminator, and by its members', () => {
  const instruments = { Vaulted: vaulted, Cash: cash, Check: check };
  const alternatives = (...names: readonly string[]) => ({ type: ['object', 'null'], oneOf: names.map(ref) });
  const old = shapeOf(withInstruments(instruments, alternatives('Vaulted', 'Cash')));
  const next = shapeOf(withInstruments(instruments, alternatives('Vaulted', 'Cash', 'Check')));
  const expected = ['method enum-value-added', 'reference member-added'].flatMap((change) => {
    const [member = '', kind = ''] = change.split(' ');
    const path = `defaultPaymentInstrument.${member}`;
    return [...answers(path, kind), ...requests(path, kind)];
  });
  expect(differences(old, next)).toEqual(expected.toSorted());
});

test('judges by each alternative, not by all together', () => {
  const shape = shapeOf(
    withInstruments(
      { Vaulted: vaulted, Cash: cash },
      { type: ['object', 'null'], oneOf: [ref('Vaulted'), ref('Cash')] },
    ),
  );
  const body = shape.operations['getCustomer']?.responses['200']?.body;
  const judged = (defaultPaymentInstrument: unknown) =>
    body && misfits(body, { defaultPaymentInstrument }).length === 0;
  expect(judged({ method: 'cash' })).toBe(true);
  expect(judged({ method: 'ach', paymentInstrumentId: 'inst_01' })).toBe(true);
  expect(judged(null)).toBe(true);
  expect(judged({ method: 'ach' })).toBe(false);
  expect(judged({ method: 'paypal', paymentInstrumentId: 'inst_01' })).toBe(false);
});

test.each([
  ['by its mapping', { card: '#/components/schemas/Vaulted', money: 'Cash' }, ['card', 'money']],
  ['by the names of its alternatives', undefined, ['Vaulted', 'Cash']],
])('reads the values of a discriminator %s', (_, mapping, known) => {
  const bare = { type: 'object', properties: { kind: { type: 'string' } } };
  const schema = {
    oneOf: [ref('Vaulted'), ref('Cash')],
    discriminator: { propertyName: 'kind', ...(mapping && { mapping }) },
  };
  const shape = shapeOf(withInstruments({ Vaulted: bare, Cash: bare }, schema));
  const instrument = instrumentOf(shape);
  expect(instrument?.object?.members['kind']?.text?.known).toEqual(known);
});

test('reads a discriminator of a schema that others build upon', () => {
  const child = (kind: string) => ({
    allOf: [ref('PaymentInstrumentValueObject'), { properties: { [kind]: { type: 'string' } } }],
  });
  const schema = {
    type: 'object',
    properties: { kind: { type: 'string' } },
    discriminator: { propertyName: 'kind', mapping: { card: ref('Vaulted').$ref, money: ref('Cash').$ref } },
  };
  const shape = shapeOf(withInstruments({ Vaulted: child('pan'), Cash: child('receivedBy') }, schema));
  expect(Object.keys(instrumentOf(shape)?.object?.members ?? {})).toEqual(['kind', 'pan', 'receivedBy']);
});

test('comes to an end in a circle, and finds nothing new in one that is unrolled', () => {
  const circle = theirDocument();
  put(circle, 'components.schemas.Customer.properties.parent', ref('Customer'));
  const unrolled = theirDocument();
  put(unrolled, 'components.schemas.Customer.properties.parent', { allOf: [ref('Twin')] });
  put(unrolled, 'components.schemas.Twin', structuredClone(objectAt(unrolled, 'components.schemas.Customer')));
  expect(compareShapes(shapeOf(circle), shapeOf(unrolled))).toEqual([]);
  expect(compareShapes(shapeOf(unrolled), shapeOf(circle))).toEqual([]);
  expect(differences(table, shapeOf(circle))).toEqual(
    [...answers('parent', 'member-added'), ...requests('parent', 'member-added')].toSorted(),
  );
});

test('takes an operation by the range of its statuses, and by default', () => {
  const document = theirDocument();
  const problem = { description: 'No.', content: { 'application/json': { schema: ref('Problem') } } };
  put(document, 'components.schemas.Problem', ref('BaseProblem'));
  put(document, ['paths', '/customers', 'get', 'responses', '401'], problem);
  put(document, ['paths', '/customers', 'get', 'responses', '403'], problem);
  const spelledOut = shapeOf(document);
  const { 200: success } = objectAt(document, ['paths', '/customers', 'get', 'responses']);
  for (const responses of [
    { '2XX': success, '4xx': problem },
    { 200: success, default: problem },
  ]) {
    put(document, ['paths', '/customers', 'get', 'responses'], responses);
    expect(compareShapes(spelledOut, shapeOf(document))).toEqual([]);
    expect(compareShapes(shapeOf(document), spelledOut)).toEqual([]);
  }
});

test('reads Swagger 2.0', () => {
  const document = {
    swagger: '2.0',
    info: { title: 'Rebilly', version: '2.1' },
    basePath: '/v2.1',
    securityDefinitions: { key: { type: 'apiKey', in: 'header', name: 'REB-APIKEY' } },
    security: [{ key: [] }],
    paths: {
      '/customers/{customerId}': {
        parameters: [{ name: 'customerId', in: 'path', required: true, type: 'string', maxLength: 50 }],
        put: {
          parameters: [
            { name: 'body', in: 'body', required: true, schema: { $ref: '#/definitions/Customer' } },
            { name: 'limit', in: 'query', type: 'integer', minimum: 0 },
          ],
          responses: {
            200: {
              description: 'It.',
              schema: { $ref: '#/definitions/Customer' },
              headers: { 'Rate-Limit-Limit': { type: 'integer' } },
            },
          },
        },
      },
    },
    definitions: {
      Customer: {
        type: 'object',
        required: ['id'],
        properties: { id: { type: 'string' }, email: { type: 'string', 'x-nullable': true } },
      },
    },
  };
  const { putCustomer } = shapeOf(document).operations;
  const body = {
    isOptional: false,
    isNullable: false,
    object: {
      members: {
        id: { isOptional: false, isNullable: false, text: {} },
        email: { isOptional: true, isNullable: true, text: {} },
      },
      elsewhere: [],
    },
  };
  expect(putCustomer).toEqual({
    method: 'PUT',
    path: '/customers/{customerId}',
    security: [[{ name: 'key', wire: 'header reb-apikey' }]],
    parameters: [
      { in: 'path', name: 'id', kinds: { isOptional: false, isNullable: false, text: { maxLength: 50 } } },
      {
        in: 'query',
        name: 'limit',
        kinds: { isOptional: true, isNullable: false, number: { isInteger: true, minimum: 0 } },
      },
    ],
    body,
    responses: {
      200: {
        headers: {
          'rate-limit-limit': {
            name: 'Rate-Limit-Limit',
            kinds: { isOptional: true, isNullable: false, number: { isInteger: true } },
          },
        },
        body,
      },
    },
  });
});

test('reads a document of several files, and of those only what it needs', async () => {
  const files = inFiles();
  const directory = mkdtempSync(join(tmpdir(), 'pact-files-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), text);
  }
  const shape = await readDriftSource(join(directory, 'openapi.yaml'));
  expect(compareShapes(table, shape)).toEqual([]);
});

test('reads a document at an address, with the files beside it, and sends no credentials', async () => {
  const files = inFiles();
  const credentials: unknown[] = [];
  await using server = await serve(({ url, headers }) => {
    credentials.push(headers['authorization'], headers['cookie']);
    return files[(url ?? '').slice(1)];
  });
  const shape = await readDriftSource(`${server.url}/openapi.yaml`);
  expect(compareShapes(table, shape)).toEqual([]);
  expect(new Set(credentials)).toEqual(new Set([undefined]));
});

test.each(['utf8', 'utf16le'] as const)(
  'reads a document in %s, with a mark, from a file and from an address',
  async (encoding) => {
    const bytes = Buffer.from(`\uFEFF${JSON.stringify(theirDocument())}`, encoding);
    const directory = mkdtempSync(join(tmpdir(), 'pact-files-'));
    onTestFinished(() => rmSync(directory, { recursive: true }));
    const file = join(directory, 'new.json');
    writeFileSync(file, bytes);
    await using server = await serve(() => bytes);
    for (const place of [file, `${server.url}/new.json`])
      expect(compareShapes(table, await readDriftSource(place))).toEqual([]);
  },
);

test('refuses what a document refers to elsewhere, and what does not answer', async () => {
  await using server = await serve(({ url }) =>
    url === '/openapi.yaml'
      ? 'openapi: 3.1.0\npaths:\n  /customers:\n    $ref: https://files.example/customers.yaml\n'
      : undefined,
  );
  await expectRefusal(
    `${server.url}/openapi.yaml`,
    `Failed to read ${server.url}/openapi.yaml: it refers to https://files.example. Bundle the document into one file.`,
  );
  await expectRefusal(
    `${server.url}/other.yaml`,
    `Failed to read ${server.url}/other.yaml: it answers 404. Check the address.`,
  );
  const { host } = new URL(server.url);
  await expectRefusal(
    `http://ann:secret@${host}/`,
    `Failed to read http://${host}/: its address holds credentials. Download it, and hand in the file.`,
  );
});

test('refuses what is no file', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'pact-files-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const missing = join(directory, 'new.json');
  await expectRefusal(missing, `Failed to read ${missing}: there is no such file. Check the path.`);
  await expectRefusal(directory, `Failed to read ${directory}: it is a directory. Name the file in it.`);
});

const forms = 'Hand in one of these: OpenAPI 3.0 or 3.1 as JSON or YAML, a HAR, NDJSON of shapes.';

test.each([
  ['nothing', ' \n', `it is empty. ${forms}`],
  ['a text', 'Hello: there\n', `it is neither an OpenAPI document, nor a HAR, nor shapes. ${forms}`],
  ['broken YAML', 'openapi: 3.1.0\npaths: {\n', `it is neither JSON nor YAML, from line 3 on. ${forms}`],
  ['several YAML documents', 'a: 1\n---\nb: 2\n', `it is neither JSON nor YAML. ${forms}`],
  [
    'a pact',
    '{"consumer":{"name":"web"},"interactions":[]}',
    `it is neither an OpenAPI document, nor a HAR, nor shapes. ${forms}`,
  ],
  ['OpenAPI 4', '{"openapi":"4.0.0"}', 'it is of OpenAPI "4.0.0". Hand in one of 3.0 or 3.1.'],
  [
    'another API',
    '{"openapi":"3.1.0","paths":{"/orders":{"get":{}}}}',
    'it has none of the 8 operations of the Customers API. Hand in the document of that API, whole or in part.',
  ],
  [
    'no paths',
    'openapi: 3.1\n',
    'it has none of the 8 operations of the Customers API. Hand in the document of that API, whole or in part.',
  ],
  [
    'a reference to nothing',
    '{"openapi":"3.1.0","paths":{"/customers":{"get":{"responses":{"200":{"$ref":"#/components/responses/Gone"}}}}}}',
    'its $ref #/components/responses/Gone leads nowhere. Bundle the document into one file, or correct it.',
  ],
  [
    'a reference to itself',
    '{"openapi":"3.1.0","paths":{"/customers":{"$ref":"#/paths/~1customers"}}}',
    'its $ref #/paths/~1customers leads back to itself. Bundle the document into one file, or correct it.',
  ],
  [
    'a reference to another file',
    '{"openapi":"3.1.0","paths":{"/customers":{"$ref":"customers.yaml"}}}',
    'its $ref customers.yaml leads to another file. Bundle the document into one file, or correct it.',
  ],
  ['endless depth', deep(100_000), `it nests too deep. ${forms}`],
])('refuses %s', (_, text, message) => {
  let error: unknown;
  try {
    readShapes(text, 'new.json');
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(DriftSourceError);
  expect(error).toMatchObject({ message: `Failed to read new.json: ${message}`, source: 'new.json' });
});

function deep(levels: number): string {
  const schema = `${'{"allOf":['.repeat(levels)}${']}'.repeat(levels)}`;
  const answer = `{"content":{"application/json":{"schema":${schema}}}}`;
  return `{"openapi":"3.1.0","paths":{"/customers":{"get":{"responses":{"200":${answer}}}}}}`;
}

async function expectRefusal(place: string, message: string): Promise<void> {
  await expect(readDriftSource(place)).rejects.toThrow(message);
}

function shapeOf(document: Json) {
  return readShapes(JSON.stringify(document), 'new.json');
}

function instrumentOf({ operations }: ReturnType<typeof shapeOf>) {
  return operations['getCustomer']?.responses['200']?.body?.object?.members['defaultPaymentInstrument'];
}

/** The document with each schema and each path in a file of its own. */
function inFiles(): Readonly<Record<string, string>> {
  const moved = (value: unknown, up: string): unknown =>
    JSON.parse(
      JSON.stringify(value)
        .replaceAll('#/components/schemas/', `${up}schemas/`)
        .replaceAll(/("\$ref":"[^"]*schemas\/\w+)"/g, '$1.yaml"')
        .replaceAll('"#/', `"${up}openapi.yaml#/`),
    );
  const document = theirDocument();
  const { schemas: _schemas, ...components } = objectAt(document, 'components');
  const paths = Object.entries(objectAt(document, 'paths')).map(
    ([path, item]) => [path, item, `paths/${path.slice(1).replaceAll('/', '@')}.yaml`] as const,
  );
  const root = {
    ...document,
    paths: Object.fromEntries(paths.map(([path, , file]) => [path, { $ref: encodeURI(file) }])),
    components: moved(components, ''),
  };
  return {
    'openapi.yaml': dump(root, { noRefs: true }),
    ...Object.fromEntries(
      paths.flatMap(([, item, file]) => {
        // What a server is asked for is percent-encoded.
        const text = dump(moved(item, '../'), { noRefs: true });
        return [
          [file, text],
          [encodeURI(file), text],
        ];
      }),
    ),
    ...Object.fromEntries(
      Object.entries(objectAt(document, 'components.schemas')).map(([name, schema]) => [
        `schemas/${name}.yaml`,
        dump(moved(schema, ''), { noRefs: true }).replaceAll('schemas/', './'),
      ]),
    ),
  };
}

async function serve(
  answer: (request: {
    readonly url?: string | undefined;
    readonly headers: NodeJS.Dict<string | string[]>;
  }) => string | Buffer | undefined,
) {
  const server = createServer((request, response) => {
    const text = answer(request);
    response.writeHead(text === undefined ? 404 : 200).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}
