import { isRecord } from './is-record.ts';

/** A value as JSON whose members stand in alphabetical order, so that equal values are equal bytes. */
export function canonicalJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, (_, member: unknown) => (isRecord(member) ? sortMembers(member) : member), indent);
}

function sortMembers(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
