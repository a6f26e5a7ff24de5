import { rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { expect, it } from 'vitest';

import { run } from './run.ts';
import { temporaryProject } from './temporary-project.ts';

const require = createRequire(import.meta.url);

const source = `
import { customersPact } from '@customer-contracts/pact';
import { toStandardJsonSchema } from '@valibot/to-json-schema';
import { type } from 'arktype';
import * as v from 'valibot';
import * as z from 'zod';

const pact = customersPact({ consumer: 'types' });
const getCustomer = pact.getCustomer({ id: 'cus_01' });
getCustomer.reads(z.object({ email: z.email() }));
getCustomer.reads(type({ email: 'string' }));
getCustomer.reads(toStandardJsonSchema(v.object({ email: v.string() })));
getCustomer.reads(z.object({ emial: z.string().optional() }));
getCustomer.reads(z.object({ paymentCount: z.string() }));
getCustomer.reads(z.object({ primaryAddress: z.object({ city: z.string() }).nullable() }));
getCustomer.reads(z.object({ tags: z.array(z.object({ type: z.enum(['customer', 'kyc-document']) })) }));
getCustomer.reads(z.object({ id: z.string(), email: z.email().nullable() }));
pact.putCustomer({ id: 'cus_01', body: {} }).test(() => {});
`;

const options = {
  strict: true,
  module: 'nodenext',
  noEmit: true,
  skipLibCheck: true,
  types: ['node'],
  target: 'es2023',
};

it.each(['typescript', 'typescript-5.9'])(
  '%s says what is wrong with a schema, in the words of the API',
  { timeout: 60_000 },
  async (version) => {
    const project = await temporaryProject('types');
    try {
      await writeFile(join(project, 'contract.ts'), source);
      await writeFile(
        join(project, 'tsconfig.json'),
        JSON.stringify({ compilerOptions: options, files: ['contract.ts'] }),
      );
      const tsc = join(dirname(require.resolve(`${version}/package.json`)), 'bin', 'tsc');

      const { output } = await run([tsc, '-p', project], project);

      const lines = output.split(/^contract\.ts/m).slice(1);
      const told = lines.map((text) => [
        /^\((\d+)/.exec(text)?.[1],
        /required in type '\{ readonly 'The schema refuses what the API may answer': (.*); \}'/.exec(text)?.[1] ??
          /parameter of type '(StatusMissing)'/.exec(text)?.[1],
      ]);
      expect(told).toEqual([
        ['10', '"email may be null"'],
        ['11', '"email may be null"'],
        ['12', '"email may be null"'],
        ['13', '"the API documents no emial"'],
        ['14', '"paymentCount is a number"'],
        ['15', '"primaryAddress.city may be null"'],
        ['16', '"tags[].type may be aml-check"'],
        ['18', 'StatusMissing'],
      ]);
    } finally {
      await rm(project, { recursive: true });
    }
  },
);
