const mask = '[masked]';

/** What is called so is a credential, whoever sends it and wherever. */
const secretName = /token|secret|password|authori[sz]ation|cookie|credential|(?:^|[-_.]|api|access|private)key$/i;

/** A member of a text that is meant to be JSON, and its value. */
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
  readonly #known: RegExp | undefined;

  constructor(secrets: Iterable<string>) {
    const forms = new Set([...secrets].filter((secret) => secret !== '').flatMap(writtenForms));
    const patterns = [...forms].toSorted((one, other) => other.length - one.length).map(patternOf);
    this.#known = patterns.length === 0 ? undefined : new RegExp(patterns.join('|'), 'g');
  }

  /** A text without the secrets. */
  text(text: string): string {
    return this.#known === undefined ? text : text.replace(this.#known, mask);
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
        const isSecret = value.join('').length > 0 && isSecretName(decoded(name));
        return isSecret ? `${this.text(name)}=${mask}` : this.text(pair);
      })
      .join('&');
  }

  /** The text of a body that may be JSON. */
  json(text: string): string {
    const masked = text.replace(member, (whole, before: string, value: string) =>
      value !== '' && isSecretName(unescaped(before)) ? `${before}${mask}` : whole,
    );
    return this.text(masked);
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

/** The name of a member, without what hides it: `to\u006ben`. */
function unescaped(text: string): string {
  return text.replaceAll(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
