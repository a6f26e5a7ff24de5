import { type JsonSchema, schemaNode, type SchemaNode } from '@customer-contracts/pact-files/internal';

/**
 * The paths of the members that a schema names, in alphabetical order: `primaryAddress.city`, `tags[].name`. A member
 * that holds no named members itself is a path; recursion ends at the second round.
 */
export function readMembers(schema: JsonSchema): readonly string[] {
  return [...new Set(membersOf(schemaNode(schema), '', []))].toSorted();
}

function membersOf(node: SchemaNode, path: string, above: readonly JsonSchema[]): readonly string[] {
  const inner = node.options.flatMap((option) => {
    if (above.includes(option)) return [];
    const next = [...above, option];
    if (typeof option.items === 'object') return membersOf(schemaNode(option.items, node.root), `${path}[]`, next);
    return Object.entries(option.properties ?? {}).flatMap(([name, member]) =>
      membersOf(schemaNode(member, node.root), path === '' || path === '[]' ? name : `${path}.${name}`, next),
    );
  });
  return inner.length > 0 || path === '' ? inner : [path];
}
