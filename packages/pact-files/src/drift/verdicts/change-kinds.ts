import type { ChangeKind } from '@customer-contracts/schemas/shapes';

/** What can change, each with what it is about. */
export const changeKinds: Readonly<Record<ChangeKind, string>> = {
  'operation-added': 'There is an operation that there was not.',
  'operation-removed': 'An operation is gone. Whoever calls it breaks.',
  'enum-value-added': 'A member may have a value that was not listed. Whoever lists its values breaks.',
  'enum-value-removed': 'A value is not listed any more. Whoever sends it breaks.',
  'became-nullable': 'A member may be null. Whoever reads it and takes no null breaks.',
  'no-longer-nullable': 'A member may not be null any more. Whoever sends null breaks.',
  'became-optional': 'A member may be left out. Whoever needs it breaks.',
  'became-required': 'A member must come. Whoever sends none breaks.',
  'member-added': 'There is a member that there was not. Whoever must send it, and does not, breaks.',
  'member-removed': 'A member is gone. Whoever needs or sends it breaks.',
  'type-changed': 'A member is of another type. Whoever takes or sends only the former type breaks.',
  'format-changed': 'A member is of another format. Whoever takes or sends only the former one breaks.',
  'limit-changed': 'A member has another limit. Whoever takes or sends what is only inside of the former one breaks.',
  'status-added': 'An operation may answer with another status. Whoever tests no such answer has not tried it.',
  'status-removed': 'An operation does not answer with a status any more. Whoever waits for it breaks.',
  'header-added': 'An answer has a header that it had not.',
  'header-removed': 'A header of an answer is gone. Whoever reads it breaks.',
  'parameter-added': 'An operation takes a parameter that it did not.',
  'parameter-removed': 'A parameter is gone. Whoever sends it breaks.',
  'parameter-required': 'A parameter must come. Whoever sends none breaks.',
  'security-changed': 'An operation takes other credentials. Whoever sends none of them breaks.',
};

/** Whether a text is the name of a kind of change. */
export function isChangeKind(name: string): name is ChangeKind {
  return Object.hasOwn(changeKinds, name);
}
