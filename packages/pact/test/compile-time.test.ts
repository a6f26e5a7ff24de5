import { rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { expect, test } from 'vitest';

import { run } from './run.ts';
import { temporaryProject } from './temporary-project.ts';

const require = createRequire(import.meta.url);

const head = `import { customersPact } from '@customer-contracts/pact';
import { Customer, openEnum } from '@customer-contracts/schemas';
import { toStandardJsonSchema } from '@valibot/to-json-schema';
import { type } from 'arktype';
import * as v from 'valibot';
import * as z from 'zod';
const pact = customersPact({ consumer: 'types' });
const getCustomer = pact.getCustomer({ id: 'cus_01' });
`;

const tomorrow = 'tags[].type may have a value that the API does not document yet: read it with openEnum';
const refused = (sentence: string) => `{ readonly 'The schema refuses what the API may answer': "${sentence}"; }`;
const unknown = (sentence: string) =>
  `{ readonly 'The schema names a member that the API does not document': "${sentence}"; }`;

/** Lines of a contract, each with what TypeScript requires there; `undefined` where it has nothing to say. */
const rows: readonly (readonly [line: string, required: string | undefined])[] = [
  ['getCustomer.reads(z.object({ id: z.string(), email: z.email().nullable() }));', undefined],
  ["getCustomer.reads(type({ id: 'string', email: 'string | null' }));", undefined],
  ['getCustomer.reads(toStandardJsonSchema(v.object({ email: v.nullable(v.string()) })));', undefined],
  // The same words for each library
  ['getCustomer.reads(z.object({ email: z.email() }));', refused('email may be null')],
  ["getCustomer.reads(type({ email: 'string' }));", refused('email may be null')],
  ['getCustomer.reads(toStandardJsonSchema(v.object({ email: v.string() })));', refused('email may be null')],
  ['getCustomer.reads(z.object({ paymentCount: z.string() }));', refused('paymentCount is a number')],
  ["getCustomer.reads(type({ paymentCount: 'string' }));", refused('paymentCount is a number')],
  [
    'getCustomer.reads(toStandardJsonSchema(v.object({ paymentCount: v.string() })));',
    refused('paymentCount is a number'),
  ],
  [
    'getCustomer.reads(z.object({ emial: z.string().nullable() }));',
    unknown('the API documents no emial: did you mean email?'),
  ],
  ["getCustomer.reads(type({ emial: 'string | null' }));", unknown('the API documents no emial: did you mean email?')],
  [
    'getCustomer.reads(toStandardJsonSchema(v.object({ emial: v.string() })));',
    unknown('the API documents no emial: did you mean email?'),
  ],
  // Each kind of slip, an unknown name without a neighbour, deeper members
  [
    'getCustomer.reads(z.object({ createdtime: z.string() }));',
    unknown('the API documents no createdtime: did you mean createdTime?'),
  ],
  [
    'getCustomer.reads(z.object({ localle: z.string().nullable() }));',
    unknown('the API documents no localle: did you mean locale?'),
  ],
  [
    'getCustomer.reads(z.object({ tag: z.array(z.object({})) }));',
    unknown('the API documents no tag: did you mean tags?'),
  ],
  ['getCustomer.reads(z.object({ nickname: z.string().optional() }));', unknown('the API documents no nickname')],
  [
    'getCustomer.reads(z.object({ primaryAddress: z.object({ town: z.string() }).nullable() }));',
    unknown('the API documents no primaryAddress.town'),
  ],
  [
    'getCustomer.reads(z.object({ primaryAddress: z.object({ city: z.string() }).nullable() }));',
    refused('primaryAddress.city may be null'),
  ],
  [
    "getCustomer.reads(z.object({ tags: z.array(z.object({ type: z.enum(['customer', 'kyc-document']) })) }));",
    refused(tomorrow),
  ],
  // Lists to which the API may add: closed, open, and closed on purpose
  [
    "getCustomer.reads(z.object({ tags: z.array(z.object({ type: z.enum(['customer', 'kyc-document', 'aml-check']) })) }));",
    refused(tomorrow),
  ],
  ["getCustomer.reads(type({ tags: type({ type: \"'customer' | 'aml-check'\" }).array() }));", refused(tomorrow)],
  [
    "getCustomer.reads(toStandardJsonSchema(v.object({ tags: v.array(v.object({ type: v.picklist(['customer']) })) })));",
    refused(tomorrow),
  ],
  ["getCustomer.reads(z.object({ tags: z.array(z.object({ type: openEnum(['customer']) })) }));", undefined],
  ['getCustomer.reads(z.object({ tags: z.array(z.object({ type: z.string() })) }));', undefined],
  [
    'getCustomer.reads(Customer.pick({ id: true, tags: true, defaultPaymentInstrument: true, _links: true }));',
    undefined,
  ],
  [
    "getCustomer.closed('tags[].type', 'ours').reads(z.object({ tags: z.array(z.object({ type: z.enum(['customer', 'kyc-document', 'aml-check']) })) }));",
    undefined,
  ],
  [
    "getCustomer.closed('tags[].type', 'ours').reads(z.object({ tags: z.array(z.object({ type: z.enum(['customer', 'kyc-document']) })) }));",
    refused('tags[].type may be aml-check'),
  ],
  // A list, and what is none
  [
    'pact.getCustomerCollection().reads(z.array(z.object({ id: z.string() })));',
    refused('a list is read one by one: hand in the schema of one'),
  ],
  ['getCustomer.reads(z.array(z.object({ id: z.string() })));', refused('the answer is no list')],
  ["pact.putCustomer({ id: 'cus_01', body: {} }).test(() => {});", 'StatusMissing'],
];

const options = {
  strict: true,
  module: 'nodenext',
  noEmit: true,
  skipLibCheck: true,
  types: ['node'],
  target: 'es2023',
};

test.each(['typescript', 'typescript-5.9'])(
  '%s says what is wrong with a schema, in the words of the API',
  { timeout: 120_000 },
  async (version) => {
    const project = await temporaryProject('types');
    try {
      await writeFile(join(project, 'contract.ts'), `${head}${rows.map(([line]) => line).join('\n')}\n`);
      await writeFile(
        join(project, 'tsconfig.json'),
        JSON.stringify({ compilerOptions: options, files: ['contract.ts'] }),
      );
      const tsc = join(dirname(require.resolve(`${version}/package.json`)), 'bin', 'tsc');

      const { output } = await run([tsc, '-p', project], project);

      const first = head.split('\n').length;
      const told = new Map(
        output
          .split(/^contract\.ts/m)
          .slice(1)
          .map((text) => [
            Number(/^\((\d+)/.exec(text)?.[1]) - first,
            /(?:required in|parameter of) type '(\{.*\}|\w+)'/.exec(text)?.[1],
          ]),
      );
      expect(rows.map(([line], index) => [line, told.get(index)])).toEqual(rows);
    } finally {
      await rm(project, { recursive: true });
    }
  },
);
