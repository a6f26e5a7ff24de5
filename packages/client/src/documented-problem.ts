import type { InvalidField } from '@customer-contracts/schemas';

/**
 * A problem in the types that the API's document has for its members, so that one odd member doesn't hide the others: a
 * status in quotation marks, a text that is something else, `invalidFields` as the object that they were until 2019
 * (docs/api-decisions.md#q41). What is no object stays as it is.
 */
export function documentedProblem(body: unknown): unknown {
  if (!isObject(body)) return body;
  const { status, invalidFields } = body;
  const problem = { ...body, ...texts(body, ['type', 'title', 'detail', 'instance', 'error']) };
  if (Object.hasOwn(body, 'status')) problem['status'] = numberIn(status);
  if (Object.hasOwn(body, 'invalidFields')) problem['invalidFields'] = invalidFieldsIn(invalidFields);
  return problem;
}

function texts(body: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    names.filter((name) => Object.hasOwn(body, name)).map((name) => [name, textIn(body[name])]),
  );
}

function textIn(value: unknown): string | null | undefined {
  return typeof value === 'string' || value === null || value === undefined ? value : JSON.stringify(value);
}

function numberIn(value: unknown): number | null | undefined {
  if (value === null) return null;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

function invalidFieldsIn(value: unknown): unknown {
  if (value === null || value === undefined) return value;
  if (Array.isArray(value)) return value.map((entry: unknown) => invalidFieldIn(entry));
  if (!isObject(value)) return [{ message: textIn(value) }];
  const entries = Object.entries(value);
  const isList = entries.every(([key], index) => key === String(index));
  if (isList) return entries.map(([, entry]) => invalidFieldIn(entry));
  return entries.flatMap(([field, rules]) => messagesIn(rules).map((message): InvalidField => ({ field, message })));
}

function invalidFieldIn(entry: unknown): unknown {
  return isObject(entry) ? { ...entry, ...texts(entry, ['field', 'message']) } : { message: textIn(entry) ?? '' };
}

/** The rules that one field has broken, in whatever form. */
function messagesIn(rules: unknown): string[] {
  if (Array.isArray(rules)) return rules.flatMap((rule: unknown) => messagesIn(rule));
  const message = isObject(rules) && 'message' in rules ? rules['message'] : rules;
  return [textIn(message) ?? 'invalid'];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
