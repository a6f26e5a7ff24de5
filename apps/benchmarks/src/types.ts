import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { type Row, row } from './row.ts';

const many = 200;

/** Half of what the first version took, which made an editor wait: the goals. */
const half = { everything: 8653 / 2, overrides: 130_092 / 2 };

const everything = `import * as client from '@customer-contracts/client';
import * as fixtures from '@customer-contracts/fixtures';
import * as schemas from '@customer-contracts/schemas';
export const everything = [client, fixtures, schemas];
export const customer: schemas.Customer = { id: 'cus_01' };
`;

const members = (index: number): string =>
  `{ locale: 'fr-FR', primaryAddress: { city: 'Town ${index}', emails: [{ label: 'main', value: 'a${index}@example.com' }] } }`;

const overrides = `import { customerFixtures } from '@customer-contracts/fixtures';
const customers = customerFixtures();
${Array.from({ length: many }, (_, index) => `export const a${index} = customers.with(${members(index)}).responses.at(${index});`).join('\n')}
`;

const plain = `interface Customer {
  locale?: string | null;
  primaryAddress?: { city?: string | null; emails?: { label: string; value: string; primary?: boolean }[] } | null;
}
declare const make: (customer: Customer) => Customer;
${Array.from({ length: many }, (_, index) => `export const a${index} = make(${members(index)});`).join('\n')}
`;

/** What the types cost a compiler, and with it an editor. The counts are the same on every machine. */
export async function types(): Promise<Row[]> {
  const [all, ours, peer] = [await checked(everything), await checked(overrides), await checked(plain)];
  return [
    row(
      'import everything | half of the first version',
      'instantiations',
      { ours: [all.instantiations], peer: [half.everything] },
      { atMost: 1 },
    ),
    row(
      `${many} overrides | half of the first version`,
      'instantiations',
      { ours: [ours.instantiations], peer: [half.overrides] },
      { atMost: 1 },
    ),
    row(
      `${many} overrides | ${many} calls with a plain interface`,
      'types',
      { ours: [ours.types], peer: [peer.types] },
      { atMost: 4 },
    ),
  ];
}

const typescript = createRequire(import.meta.url).resolve('typescript/package.json');

/** Compiles a program that lies in this package. */
async function checked(code: string): Promise<{ readonly instantiations: number; readonly types: number }> {
  const folder = mkdtempSync(join(import.meta.dirname, 'types-'));
  try {
    writeFileSync(join(folder, 'program.ts'), code);
    const compilerOptions = {
      strict: true,
      noEmit: true,
      module: 'nodenext',
      target: 'es2022',
      types: [],
      skipLibCheck: true,
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.ts'] }));
    const tsc = join(dirname(typescript), 'bin/tsc');
    const { stdout } = await promisify(execFile)(process.execPath, [tsc, '-p', folder, '--extendedDiagnostics']);
    const counted = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(stdout)?.[1]);
    return { instantiations: counted('Instantiations'), types: counted('Types') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
