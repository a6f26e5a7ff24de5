/** Strikes a secret out of a JSON value, in the names and the texts alike. */
export function jsonWithoutSecret(value: unknown, secret: string): unknown {
  return JSON.parse(textWithoutSecret(JSON.stringify(value), JSON.stringify(secret).slice(1, -1)));
}

/**
 * A copy of what the platform threw, its causes included, without the secret. The platform's own error may hold
 * the bytes that came over the wire, and a server may have sent back what it was sent.
 */
export function errorWithoutSecret(error: unknown, secret: string): Error & { readonly code?: string } {
  if (!(error instanceof Error)) return new Error(textWithoutSecret(String(error), secret));
  const cause = error.cause === undefined ? undefined : errorWithoutSecret(error.cause, secret);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const copy = new Error(textWithoutSecret(error.message, secret), cause && { cause });
  copy.name = error.name;
  return Object.assign(copy, {
    stack: textWithoutSecret(error.stack ?? '', secret),
    ...(code !== undefined && { code }),
  });
}

/** Strikes a secret out of a text; an empty one is none. */
export function textWithoutSecret(text: string, secret: string): string {
  return secret === '' ? text : text.replaceAll(secret, '[redacted]');
}
