import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import document from '@customer-contracts/schemas/openapi.json' with { type: 'json' };
import { onTestFinished, vi } from 'vitest';

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

/** The API's document with changes, as JSON. */
export function documentWith(...changes: readonly DocumentChange[]): string {
  return JSON.stringify(changes.reduce<unknown>((whole, [place, value]) => setAt(whole, place, value), document));
}

/** Tries the rest of the running test on the API's document with changes, as `CUSTOMERS_API_DOCUMENT` says it. */
export async function tryOn(...changes: readonly DocumentChange[]): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'document-'));
  await writeFile(join(directory, 'new.json'), documentWith(...changes));
  vi.stubEnv('CUSTOMERS_API_DOCUMENT', join(directory, 'new.json'));
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await rm(directory, { recursive: true });
  });
}

function setAt(whole: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(whole)) return whole.with(Number(step), setAt(whole[Number(step)], rest, value));
  const members = typeof whole === 'object' && whole !== null ? whole : {};
  return { ...members, [step]: setAt(Reflect.get(members, step), rest, value) };
}
