import { isList, isRecord } from '@customer-contracts/pact-files/internal';

/** Whether a value has every member that a model has, at any depth, and null only where the model has null. */
export function covers(value: unknown, model: unknown): boolean {
  if (model === undefined || model === null) return true;
  if (isList(model)) return isList(value) && value.every((element) => covers(element, model[0]));
  if (!isRecord(model)) return value !== undefined && value !== null;
  return isRecord(value) && Object.entries(model).every(([name, member]) => covers(value[name], member));
}
