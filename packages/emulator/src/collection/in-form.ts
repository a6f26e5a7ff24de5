import type { Form } from './comparable.ts';

/**
 * A value of a customer in SQL, in the form that it is compared in. `type` is where a custom value says itself what it is;
 * `'column'` stands for a column, which is in its form already.
 */
export function inForm(form: Form, value: string, type?: string): string {
  if (type === 'column') return value;
  if (form === 'text') return `folded(${value})`;
  if (form === 'date-time') return `moment(${value})`;
  if (type === undefined) return value;
  if (form === 'number') return `CASE WHEN ${type} IN ('integer', 'real') THEN ${value} END`;
  return form === 'boolean'
    ? `CASE ${type} WHEN 'true' THEN 1 WHEN 'false' THEN 0 END`
    : `CASE WHEN ${value} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' THEN ${value} END`;
}
