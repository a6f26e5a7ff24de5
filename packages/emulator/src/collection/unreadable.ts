import { Refusal } from '../http/refusal.ts';

/** The refusal of a query value that can't be read (docs/api-decisions.md#q9, #q37). */
export function unreadable(field: string, message: string): Refusal {
  return new Refusal(400, `Failed to read ${field}: ${message}`, { invalidFields: [{ field, message }] });
}
