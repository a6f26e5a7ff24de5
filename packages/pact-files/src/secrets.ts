/** What tests send instead of a credential, by kind, and what stands in the pact. The verifier puts the real one in its place. */
export const placeholders = {
  apiKey: 'placeholder-api-key',
  jwt: 'placeholder-jwt',
  applicationJwt: 'placeholder-application-jwt',
} as const;

/** What a key or token looks like: Rebilly's secret keys, JSON Web Tokens. */
const secretPatterns: readonly RegExp[] = [/\bsk_[a-z]+_[\w-]{8,}/g, /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g];

/** The headers whose value is a credential, in lower case. */
export const credentialHeaders: ReadonlySet<string> = new Set(['reb-apikey', 'authorization']);

const mask = '[masked]';

/** A text without keys and tokens: those that look like one, the one of `CUSTOMERS_API_KEY`, and `others`. */
export function maskSecrets(text: string, others: readonly (string | undefined)[] = []): string {
  const known = [process.env['CUSTOMERS_API_KEY'], ...others].reduce<string>(
    (masked, secret) => (secret ? masked.replaceAll(secret, mask) : masked),
    text,
  );
  return secretPatterns.reduce((masked, pattern) => masked.replace(pattern, mask), known);
}

/** Whether a text holds a key or token. */
export function hasSecret(text: string): boolean {
  return maskSecrets(text) !== text;
}

/** The value of a header, masked when it is a credential; a placeholder is none. */
export function maskHeader(name: string, value: string): string {
  const isPlaceholder = Object.values(placeholders).some((placeholder) => value.includes(placeholder));
  const isSecret = credentialHeaders.has(name.toLowerCase()) && value !== '' && !isPlaceholder;
  return isSecret ? mask : maskSecrets(value);
}
