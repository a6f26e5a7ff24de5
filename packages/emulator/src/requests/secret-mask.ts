import { jsonOf } from '../body/json-of.ts';

const mask = '[masked]';

/** What is called so is a credential, whoever sends it and wherever. */
const secretName = /token|secret|password|authori[sz]ation|cookie|credential|(?:^|[-_.]|api|access|private)key$/i;

/** What a key or token looks like, by its beginning: Rebilly's secret keys and the emulator's, JSON Web Tokens. */
const looksSecret = [String.raw`\bsk_[\w-]{8,}`, String.raw`\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*`];

/** A member of a text that is meant to be JSON, and is none, and its value. */
const member = /("(?:[^"\\]|\\.)*"\s*:\s*")((?:[^"\\]|\\.)*)/g;

/** So long a secret is masked inside of words as well: a shorter one would be found in many. */
const longWord = 12;

/** Whether a header, a parameter or a member with this name holds a credential. */
export function isSecretName(name: string): boolean {
  return secretName.test(name);
}

/** The credentials in the value of a header: whole, and without the name of a scheme before it. */
export function secretsIn(value: string): string[] {
  return [value, value.replace(/^\w+\s+/, '')].map((text) => text.trim()).filter((text) => text !== '');
}

/** Masks these secrets wherever they stand, as they are or as URLs, forms and JSON write them, and what is called a secret. */
export class SecretMask {
  readonly #secret: RegExp;

  constructor(secrets: Iterable<string>) {
    const forms = new Set([...secrets].filter((secret) => secret !== '').flatMap(writtenForms));
    const known = [...forms].toSorted((one, other) => other.length - one.length).map(patternOf);
    this.#secret = new RegExp([...known, ...looksSecret].join('|'), 'g');
  }

  /** A text without the secrets. */
  text(text: string): string {
    return text.replace(this.#secret, mask);
  }

  /** The path of a URL, as it came. */
  path(path: string): string {
    return path
      .split('/')
      .map((segment) => this.#encoded(segment))
      .join('/');
  }

  /** The value of a header or parameter. */
  named(name: string, value: string): string {
    return isSecretName(name) && value !== '' ? mask : this.text(value);
  }

  /** A query or the body of a form, as it came. */
  query(query: string): string {
    return query
      .split('&')
      .map((pair) => {
        const [name = '', ...value] = pair.split('=');
        const isSecret = value.join('') !== '' && isSecretName(decoded(name));
        return isSecret ? `${this.text(name)}=${mask}` : this.#encoded(pair);
      })
      .join('&');
  }

  /** The text of a body, which may be JSON. */
  json(text: string): string {
    const value = jsonOf(text);
    if (value === undefined) {
      return this.text(
        text.replace(member, (whole, before: string, of: string) =>
          of !== '' && isSecretName(before) ? `${before}${mask}` : whole,
        ),
      );
    }
    // As it came where there is nothing to mask, to the blank.
    const plain = JSON.stringify(value);
    const masked = this.text(JSON.stringify(this.#value(value)));
    return masked === plain ? text : masked;
  }

  #value(value: unknown): unknown {
    if (typeof value === 'string') return this.text(value);
    if (Array.isArray(value)) return value.map((item: unknown) => this.#value(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, of]: [string, unknown]) => [
        name,
        isSecretName(name) && of !== null && of !== '' ? mask : this.#value(of),
      ]),
    );
  }

  /** Whatever of it is percent-encoded, and need not be. */
  #encoded(text: string): string {
    const plain = decoded(text);
    return this.text(plain) === plain ? text : this.text(plain);
  }
}

function writtenForms(secret: string): string[] {
  const form = new URLSearchParams({ '': secret }).toString().slice(1);
  const url = encodeURIComponent(secret.toWellFormed());
  const json = JSON.stringify(secret).slice(1, -1);
  const lowerCase = [form, url].map((text) => text.replaceAll(/%[\dA-F]{2}/g, (code) => code.toLowerCase()));
  return [secret, form, url, ...lowerCase, json, json.replaceAll('/', String.raw`\/`)];
}

function patternOf(secret: string): string {
  const escaped = secret.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  return secret.length < longWord ? String.raw`(?<![\w-])${escaped}(?![\w-])` : escaped;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name.replaceAll('+', ' '));
  } catch {
    return name;
  }
}
