import {
  elementNode,
  type JsonSchema,
  memberNode,
  optionFor,
  possibleValues,
  schemaNode,
  type SchemaNode,
} from '@customer-contracts/pact-files/internal';

type View = 'complete' | 'bare';

/**
 * An object that fits a JSON Schema, the same each time: `complete` with every member, `bare` with the required ones, null
 * wherever it may be. Of a text, it ends in the number of the object, so that two are two.
 */
export function exampleOf(schema: JsonSchema, view: View, index: number): Readonly<Record<string, unknown>> {
  return membersOf(schemaNode(schema), view, index);
}

/** A value that fits a JSON Schema, with every member; `undefined` where none is found, as of a pattern. */
export function exampleAt(schema: JsonSchema): unknown {
  const node = schemaNode(schema);
  return node.options.length === 0 && node.isNullable ? null : valueOf(node, 'complete', 0);
}

function membersOf(node: SchemaNode, view: View, index: number): Readonly<Record<string, unknown>> {
  const option = optionFor(node, {}) ?? {};
  const members = Object.keys(option.properties ?? {}).flatMap((name) => {
    const member = memberNode(option, name, node.root);
    const isRequired = option.required?.includes(name) === true;
    if (member === undefined) return [];
    if (view === 'bare' && member.isNullable) return [[name, null] as const];
    return view === 'bare' && !isRequired ? [] : [[name, valueOf(member, view, index)] as const];
  });
  return Object.fromEntries(members);
}

function valueOf(node: SchemaNode, view: View, index: number): unknown {
  const [option = {}] = node.options;
  if (option.const !== undefined) return option.const;
  if (option.type === 'array') return [valueOf(elementNode(option, node.root), view, index)];
  if (option.type === 'object') return membersOf({ ...node, options: [option] }, view, index);
  const [first] = possibleValues(option);
  return isAnyText(option) ? `example-${index + 1}` : first?.value;
}

/** Whether a text may be any words. */
function isAnyText({ type, format, enum: values, pattern, maxLength = 100 }: JsonSchema): boolean {
  return type === 'string' && format === undefined && values === undefined && pattern === undefined && maxLength >= 20;
}
