import { jsonOf } from '../json/json-of.ts';
import { isPact, providerIn } from './parse-pact.ts';

/**
 * Whose a file is that can't be read as a pact: a provider's, nobody's where it is no pact at all; `undefined` where nobody
 * can tell.
 */
export function ownerOf(text: string): { readonly provider: string | undefined } | undefined {
  const json = jsonOf(text.replace(/^\uFEFF/, ''));
  if (json === undefined) return ownerNamedIn(text);
  if (!isPact(json)) return { provider: undefined };
  const provider = providerIn(json);
  return provider === undefined ? undefined : { provider };
}

/** What is no JSON may still name its provider: a file that was cut off, or that two branches fought over. */
function ownerNamedIn(text: string): { readonly provider: string } | undefined {
  const names = new Set(
    [...text.matchAll(/"provider"\s*:\s*\{\s*"name"\s*:\s*"((?:[^"\\]|\\.)*)"/g)].map(([, name]) => name),
  );
  const [name] = names;
  return names.size === 1 && name !== undefined ? { provider: name } : undefined;
}
