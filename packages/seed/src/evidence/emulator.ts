import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import * as z from 'zod';

import { SeedOptionError } from '../seed-error.ts';

/** Where an API is, with a key of it. */
interface Access {
  readonly to: string;
  readonly apiKey: string;
}

const Started = z.object({ url: z.string(), organizationId: z.string(), apiKey: z.string() });

/**
 * Works on the API that is named, or else on an emulator that ends with the work. It is looked for where the project is, for it is
 * no dependency of this package.
 *
 * @throws {SeedOptionError} when none is named, and there is no emulator; or there is no key to the one that is named.
 */
export async function withEmulator<Result>(
  { to, apiKey }: { readonly [name in keyof Access]: string | undefined },
  work: (access: Access, isOwn: boolean) => Promise<Result>,
): Promise<Result> {
  if (to !== undefined) {
    if (apiKey !== undefined) return work({ to, apiKey }, false);
    throw new SeedOptionError({ option: 'apiKey', received: 'there is no API key', advice: 'Give that of the API.' });
  }
  const emulator = await startEmulator();
  try {
    const { url, organizationId, apiKey: own } = Started.parse(emulator);
    return await work({ to: `${url}/organizations/${organizationId}`, apiKey: own }, true);
  } finally {
    await emulator[Symbol.asyncDispose]();
  }
}

const name = '@customer-contracts/emulator';
const Emulator = z.object({
  startEmulator: z.custom<(options: object) => Promise<AsyncDisposable>>((value) => typeof value === 'function'),
});

async function startEmulator(): Promise<AsyncDisposable> {
  for (const from of [join(process.cwd(), 'package.json'), import.meta.filename]) {
    let file: string;
    try {
      file = createRequire(from).resolve(name);
    } catch {
      continue;
    }
    const { startEmulator: start } = Emulator.parse(await import(pathToFileURL(file).href));
    return start({});
  }
  throw new SeedOptionError({
    option: 'to',
    received: 'there is no URL, and no emulator',
    advice: `Install one, npm install --save-dev ${name}, or name an API: --to http://127.0.0.1:4010/organizations/demo.`,
  });
}
