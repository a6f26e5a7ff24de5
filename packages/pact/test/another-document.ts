import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import document from '@customer-contracts/schemas/openapi.json' with { type: 'json' };
import { vi } from 'vitest';

/** A place of the API's document, step by step, and what stands there next month; `undefined` where nothing does. */
export type DocumentChange = readonly [place: readonly string[], next: unknown];

/** A member of a schema of the document becomes another one. */
export function member(schema: string, name: string, next: unknown): DocumentChange {
  return [['components', 'schemas', schema, 'properties', name], next];
}

/** Something of an operation becomes another: `operation('/customers', 'get', 'responses', '200', undefined)`. */
export function operation(path: string, method: string, ...rest: readonly [...string[], unknown]): DocumentChange {
  return [['paths', path, method, ...rest.slice(0, -1).map(String)], rest.at(-1)];
}

/** A document that the tests are tried on as long as this is there. */
export interface AnotherDocument extends AsyncDisposable {
  readonly file: string;
}

/** The API's document with changes, as JSON. */
export function documentWith(...changes: readonly DocumentChange[]): string {
  return JSON.stringify(changes.reduce<unknown>((whole, [place, value]) => setAt(whole, place, value), document));
}

/** Writes the API's document with changes, and names it in `CUSTOMERS_API_DOCUMENT`. */
export async function anotherDocument(...changes: readonly DocumentChange[]): Promise<AnotherDocument> {
  const directory = await mkdtemp(join(tmpdir(), 'document-'));
  const file = join(directory, 'new.json');
  await writeFile(file, documentWith(...changes));
  vi.stubEnv('CUSTOMERS_API_DOCUMENT', file);
  return {
    file,
    async [Symbol.asyncDispose]() {
      vi.unstubAllEnvs();
      await rm(directory, { recursive: true });
    },
  };
}

function setAt(whole: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(whole)) return whole.with(Number(step), setAt(whole[Number(step)], rest, value));
  const members = typeof whole === 'object' && whole !== null ? whole : {};
  return { ...members, [step]: setAt(Reflect.get(members, step), rest, value) };
}
