import type { ValueForm } from '@customer-contracts/schemas';

const day = '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]';

/** A value of a customer in SQL, null where it has another form. `type` is where a custom value says itself what it is. */
export function inForm(form: ValueForm, value: string, type?: string): string {
  if (type === undefined) return value;
  switch (form) {
    case 'text':
      return value;
    case 'number':
      return `CASE WHEN ${type} IN ('integer', 'real') THEN ${value} END`;
    case 'boolean':
      return `CASE ${type} WHEN 'true' THEN 1 WHEN 'false' THEN 0 END`;
    case 'date':
      return `CASE WHEN ${value} GLOB '${day}' THEN ${value} END`;
    case 'date-time':
      return `CASE WHEN ${value} GLOB '${day}T*' THEN ${value} END`;
    default:
      return form satisfies never;
  }
}
