import type { Form } from './comparable.ts';

const day = '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]';

/** A value of a customer in SQL, null where it has another form. `type` is where a custom value says itself what it is. */
export function inForm(form: Form, value: string, type?: string): string {
  if (type === undefined || form === 'text') return value;
  if (form === 'number') return `CASE WHEN ${type} IN ('integer', 'real') THEN ${value} END`;
  if (form === 'boolean') return `CASE ${type} WHEN 'true' THEN 1 WHEN 'false' THEN 0 END`;
  return `CASE WHEN ${value} GLOB '${form === 'date' ? day : `${day}T*`}' THEN ${value} END`;
}
