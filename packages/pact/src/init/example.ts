import type { Client } from './project.ts';

/** How a test file is written. */
export interface TestStyle {
  readonly isTypeScript: boolean;
  readonly modules: 'import' | 'require';
  /** Where `it` comes from; `undefined` where it is there by itself. */
  readonly runner: string | undefined;
  /** What compares: `expect` of the runner, or Node's own `assert`. */
  readonly assertions: 'expect' | 'assert';
}

/** What the example calls the API with: what it imports, and the body of its function. */
interface Call {
  readonly imports: Readonly<Record<TestStyle['modules'], string>> | undefined;
  readonly lines: readonly string[];
}

const key = "{ 'REB-APIKEY': apiKey }";
const address = '`${baseUrl}/customers/${id}`';

const calls: Readonly<Record<Client, Call>> = {
  fetch: {
    imports: undefined,
    lines: [
      `const response = await fetch(${address}, { headers: ${key} });`,
      'if (response.status === 404) return null;',
      'if (!response.ok) throw new Error(`The API answered ${response.status}`);',
      'return Summary.parse(await response.json());',
    ],
  },
  axios: {
    imports: { import: 'axios', require: 'axios' },
    lines: [
      `const response = await axios.get(${address}, {`,
      `  headers: ${key},`,
      '  validateStatus: (status) => status === 200 || status === 404,',
      '});',
      'return response.status === 404 ? null : Summary.parse(response.data);',
    ],
  },
  ky: {
    imports: { import: 'ky', require: '{ default: ky }' },
    lines: [
      `const response = await ky.get(${address}, { headers: ${key}, throwHttpErrors: false });`,
      'if (response.status === 404) return null;',
      'if (!response.ok) throw new Error(`The API answered ${response.status}`);',
      'return Summary.parse(await response.json());',
    ],
  },
  got: {
    imports: { import: 'got', require: '{ default: got }' },
    lines: [
      `const response = await got(${address}, { headers: ${key}, throwHttpErrors: false });`,
      'if (response.statusCode === 404) return null;',
      'if (!response.ok) throw new Error(`The API answered ${response.statusCode}`);',
      'return Summary.parse(JSON.parse(response.body));',
    ],
  },
  'rebilly-js-sdk': {
    imports: { import: 'RebillyAPI', require: '{ default: RebillyAPI }' },
    lines: [
      'const urls = { live: baseUrl, sandbox: baseUrl };',
      'const { customers } = RebillyAPI({ apiKey, sandbox: true, urls });',
      'try {',
      '  const { fields } = await customers.get({ id });',
      '  return Summary.parse(fields);',
      '} catch (error) {',
      "  if (error instanceof Error && error.name === 'RebillyNotFoundError') return null;",
      '  throw error;',
      '}',
    ],
  },
};

/** The text of the first contract test of a consumer: it runs as it is, and every part of it is to be replaced. */
export function exampleTest(consumer: string, client: Client, style: TestStyle): string {
  const { imports, lines } = calls[client];
  const { modules, runner, assertions, isTypeScript } = style;
  const isAssert = assertions === 'assert';
  const imported = [
    { from: '@customer-contracts/pact', what: '{ customersPact }' },
    ...(imports === undefined ? [] : [{ from: client, what: imports[modules] }]),
    ...(isAssert ? [{ from: 'node:assert/strict', what: '{ deepEqual, equal }' }] : []),
    ...(runner === undefined ? [] : [{ from: runner, what: isAssert ? '{ it }' : '{ expect, it }' }]),
    { from: 'zod', what: modules === 'import' ? '* as z' : 'z' },
  ];
  const loaded = "await loadCustomer(baseUrl, apiKey, 'cus_01')";
  const parameters = ['baseUrl', 'apiKey', 'id'].map((name) => (isTypeScript ? `${name}: string` : name));
  return `${imported
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
    .map(({ from, what }) =>
      modules === 'import' ? `import ${what} from '${from}';` : `const ${what} = require('${from}');`,
    )
    .join('\n')}

// An example that runs. Replace these two by your own function, and by the schema of what it reads.
const Summary = z.object({ id: z.string(), email: z.email().nullable() });

async function loadCustomer(${parameters.join(', ')}) {
${lines.map((line) => `  ${line}`).join('\n')}
}

const pact = customersPact({ consumer: '${consumer}' });

it(
  'shows the customer',
  pact
    .getCustomer({ id: 'cus_01' })
    .reads(Summary)
    .test(async ({ baseUrl, apiKey, example }) => {
      ${isAssert ? `deepEqual(${loaded}, example);` : `expect(${loaded}).toEqual(example);`}
    }),
);

it(
  'says that the customer is gone',
  pact
    .getCustomer({ id: 'cus_01' })
    .respondsWith(404)
    .test(async ({ baseUrl, apiKey }) => {
      ${isAssert ? `equal(${loaded}, null);` : `expect(${loaded}).toBeNull();`}
    }),
);
`;
}
