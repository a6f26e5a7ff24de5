import { isRecord, memberNode, optionFor, type SchemaNode } from '@customer-contracts/pact-files/internal';

/** A value with null for each nullable member that it hasn't, at every depth: what the API answers for a member that is unset. */
export function fillNulls(value: unknown, node: SchemaNode): unknown {
  const option = optionFor(node, value);
  if (!isRecord(value) || option?.properties === undefined) return value;
  const members = Object.keys(option.properties).flatMap((name) => {
    const member = memberNode(option, name, node.root);
    if (member === undefined) return [];
    if (value[name] !== undefined) return [[name, fillNulls(value[name], member)]];
    return member.isNullable ? [[name, null]] : [];
  });
  return Object.fromEntries(members);
}
