/** What tests send instead of a credential, by kind, and what stands in the pact. The verifier puts the real one in its place. */
export const placeholders = {
  apiKey: 'placeholder-api-key',
  jwt: 'placeholder-jwt',
  applicationJwt: 'placeholder-application-jwt',
} as const;

/** What a key or token looks like, by its beginning: Rebilly's secret keys, JSON Web Tokens. */
const secretPatterns: Readonly<Record<string, RegExp>> = {
  sk_: /\bsk_[a-z]+_[\w-]{8,}/g,
  eyJ: /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g,
};

/** The headers whose value is a credential, in lower case. */
export const credentialHeaders: ReadonlySet<string> = new Set(['reb-apikey', 'authorization']);

const mask = '[masked]';

/** A text without keys and tokens: those that look like one, those of the environment, and `others`. */
export function maskSecrets(text: string, others: readonly (string | undefined)[] = []): string {
  return secretMask(others)(text);
}

/** What masks keys and tokens as {@link maskSecrets} does, for many texts. */
export function secretMask(others: readonly (string | undefined)[] = []): (text: string) => string {
  const given = others.filter((secret) => secret !== undefined).filter(isSecret);
  const known = environment();
  const secrets = [...known.secrets, ...given];
  const whole = given.length === 0 ? known.mask : maskFor(secrets);
  return (text) => maskPieces(whole(text), secrets);
}

/** Whether a text holds a key or token. */
export function hasSecret(text: string): boolean {
  return environment().mask(text) !== text;
}

/** One expression for all, because the text may be long. */
const suspicious = new RegExp(`${Object.keys(secretPatterns).join('|')}|"encoded"\\s*:(?!\\s*false)`);

/**
 * Whether the text of a JSON file may hold a key or token, as it is or behind an escape or an encoding. To look at it once is a
 * tenth of the work of looking at all that it says.
 */
export function mayHoldSecret(json: string): boolean {
  return environment().secrets.length > 0 || json.includes('\\u') || suspicious.test(json);
}

/** The value of a header, masked when it is a credential; a placeholder is none. */
export function maskHeader(name: string, value: string): string {
  const isSecretHeader = credentialHeaders.has(name.toLowerCase()) && value !== '' && !isPlaceholder(value);
  return isSecretHeader ? mask : maskSecrets(value);
}

function isPlaceholder(value: string): boolean {
  return Object.values(placeholders).some((placeholder) => value.includes(placeholder));
}

/** A shorter one is a word, which texts may have for another reason. */
const shortestSecret = 8;

/** Whether a value that is called a key or token can be one: neither short, nor a plain word, nor a placeholder. */
function isSecret(value: string): boolean {
  const isWord = value.length < 16 && /^[a-z]*$/i.test(value);
  return value.length >= shortestSecret && !isWord && !value.includes(mask) && !isPlaceholder(value);
}

/** Variables called a key, token, secret or password; not where one is kept, or what it is called. */
function isSecretVariable(name: string): boolean {
  const words = name.replaceAll(/([a-z\d])([A-Z])/g, '$1_$2');
  return (
    /(?:key|token|secret|password)s?(?:$|[_\d])/i.test(words) && !/_(?:file|path|dir|url|uri|host|name)$/i.test(words)
  );
}

/** The secrets of the environment, and what masks them where they stand whole. */
interface Environment {
  readonly secrets: readonly string[];
  readonly mask: (text: string) => string;
}

/** To read the environment takes longer than to mask a line, so it is read once until whoever masks lets others work. */
let current: Environment | undefined;
/** The last one, whose mask is made: mostly it is the same again. */
let last: Environment | undefined;

function environment(): Environment {
  if (current !== undefined) return current;
  const variables = typeof process === 'undefined' ? {} : process.env;
  const secrets = Object.keys(variables)
    .filter(isSecretVariable)
    .flatMap((name) => partsOf(variables[name] ?? ''))
    .filter(isSecret);
  const isSame = last?.secrets.join('\n') === secrets.join('\n');
  const known = last !== undefined && isSame ? last : { secrets, mask: maskFor(secrets) };
  last = known;
  current = known;
  void forget();
  return known;
}

/** Waits by a promise: tests fake timers and `queueMicrotask`. */
async function forget(): Promise<void> {
  await Promise.resolve();
  current = undefined;
}

/** A value, and, of one with several lines (a private key), each of the lines, as far as they are none of all such keys. */
function partsOf(value: string): readonly string[] {
  const text = value.trim();
  const lines = text.split(/\r?\n/).filter((line) => line.length >= 20 && !line.startsWith('-----'));
  return text.includes('\n') ? [text, ...lines] : [text];
}

function maskFor(secrets: readonly string[]): (text: string) => string {
  const forms = anyOf(secrets.flatMap(writtenForms));
  const encoded = anyOf(secrets.flatMap(base64Cores));
  return (text) => {
    const known = forms === undefined ? text : text.replace(forms, mask);
    const whole = encoded === undefined ? known : maskRuns(known, encoded);
    // To look for a beginning is a tenth of the work, and hardly any text has one.
    return Object.entries(secretPatterns).reduce(
      (masked, [beginning, pattern]) => (masked.includes(beginning) ? masked.replace(pattern, mask) : masked),
      whole,
    );
  };
}

/** A pattern for any of these texts, the longest first; `undefined` where there is none. */
function anyOf(texts: readonly string[]): RegExp | undefined {
  const sorted = [...new Set(texts)].toSorted((one, other) => other.length - one.length);
  const escaped = sorted.map((text) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return escaped.length === 0 ? undefined : new RegExp(escaped.join('|'), 'g');
}

/** A secret as it is, and as URLs, forms, JSON (once and twice), JavaScript's quotes and XML have it. */
function writtenForms(secret: string): readonly string[] {
  const url = encodeURIComponent(secret.toWellFormed());
  const form = new URLSearchParams({ '': secret }).toString().slice(1);
  const lowerCase = [url, form].map((text) => text.replaceAll(/%[\dA-F]{2}/g, (code) => code.toLowerCase()));
  const json = inJson(secret);
  const ascii = json.replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  // Node prints a text in whichever quotes it doesn't hold.
  const quoted = json.replaceAll('\\"', '"');
  const inside = [json, quoted, quoted.replaceAll("'", "\\'")].flatMap((text) => [text, inJson(text)]);
  const xml = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const xmlQuoted = [xml, xml.replaceAll('"', '&quot;'), xml.replaceAll('"', '&quot;').replaceAll("'", '&#39;')];
  return [secret, url, form, ...lowerCase, ascii, ...inside, ...xmlQuoted];
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/**
 * What Base64 makes of a secret wherever it stands in a longer text, such as `user:password`: three letters hold four
 * characters, so there are three ways, each without the characters at its ends that others have a share in. For Base64url too,
 * and Base64 in a URL.
 */
function base64Cores(secret: string): readonly string[] {
  const bytes = [...new TextEncoder().encode(secret)];
  return [0, 1, 2].flatMap((offset) => {
    const shifted = [...Array.from({ length: offset }, () => 0), ...bytes];
    const text = btoa(shifted.map((byte) => String.fromCharCode(byte)).join(''));
    const core = text.slice(Math.ceil((offset * 4) / 3), Math.floor((shifted.length * 4) / 3));
    return [core, core.replaceAll('+', '-').replaceAll('/', '_'), encodeURIComponent(core)];
  });
}

/** Masks the whole runs of Base64 in which a pattern is found. */
function maskRuns(text: string, pattern: RegExp): string {
  if (text.search(pattern) < 0) return text;
  let masked = '';
  let done = 0;
  for (const { index, 0: core } of text.matchAll(pattern)) {
    if (index < done) continue;
    let start = index;
    while (start > done && /[\w+/%-]/.test(text.charAt(start - 1))) start -= 1;
    let end = index + core.length;
    while (end < text.length && /[\w+/%=-]/.test(text.charAt(end))) end += 1;
    masked += text.slice(done, start) + mask;
    done = end;
  }
  return masked + text.slice(done);
}

/** What stands beside the dots where a message has cut what it quotes. */
const cutPiece = /(?<=(?:\.{3}|…)["'`]?)\S+|\S{6,200}?(?=["'`]?(?:\.{3}|…))/g;

/** Masks what is left of a secret that was cut: `"{"key":sk_sand"... is not valid JSON`. */
function maskPieces(text: string, secrets: readonly string[]): string {
  if (secrets.length === 0 || !/\.{3}|…/.test(text)) return text;
  return text.replace(cutPiece, (piece) => secrets.reduce(maskCommon, piece));
}

/** So many characters in common are no accident. */
const shortestPiece = 6;

function maskCommon(text: string, secret: string): string {
  for (let start = 0; start + shortestPiece <= text.length; start += 1) {
    let end = start + shortestPiece;
    if (!secret.includes(text.slice(start, end))) continue;
    while (end < text.length && secret.includes(text.slice(start, end + 1))) end += 1;
    return text.slice(0, start) + mask + maskCommon(text.slice(end), secret);
  }
  return text;
}
