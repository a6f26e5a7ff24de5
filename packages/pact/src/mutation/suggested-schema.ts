import {
  elementNode,
  isUnconstrained,
  type JsonSchema,
  memberNode,
  schemaNode,
  type SchemaNode,
} from '@customer-contracts/pact-files/internal';

/** A place of a schema that is written. */
interface Place {
  readonly node: SchemaNode;
  /** The path of the member: `tags[].type`; empty for the whole. */
  readonly member: string;
  /** Members that are left out. */
  readonly without: ReadonlySet<string>;
  readonly indent: string;
}

/**
 * A schema as zod's source, without some members, and without objects and lists of which nothing is left: `z.object({ ... })`.
 * Formats and lengths are left out: the API's own may change. `undefined` where nothing is left.
 */
export function suggestedSchema(schema: JsonSchema, without: ReadonlySet<string>): string | undefined {
  return sourceOf({ node: schemaNode(schema), member: '', without, indent: '' });
}

function sourceOf(place: Place): string | undefined {
  const { node, member, without } = place;
  if (without.has(member)) return undefined;
  if (node.options.some(isUnconstrained)) return 'z.unknown()';
  const sources = [...new Set(node.options.map((option) => optionSource(option, place)))].filter(
    (source) => source !== undefined,
  );
  if (node.options.length > 0 && sources.length === 0) return undefined;
  // What is any text takes each value of a list, too.
  const [first = 'z.null()', ...others] = sources.includes('z.string()')
    ? sources.filter((source) => !source.startsWith('z.enum('))
    : sources;
  const source = others.length === 0 ? first : `z.union([${[first, ...others].join(', ')}])`;
  return node.isNullable && sources.length > 0 ? `${source}.nullable()` : source;
}

function optionSource(option: JsonSchema, place: Place): string | undefined {
  if (option.const !== undefined) return `z.literal(${JSON.stringify(option.const)})`;
  if (option.enum !== undefined) return `z.enum(${JSON.stringify(option.enum)})`;
  if (option.properties !== undefined) return objectSource(option, place);
  switch (option.type) {
    case 'array': {
      const element = sourceOf({
        ...place,
        node: elementNode(option, place.node.root),
        member: `${place.member}[]`,
      });
      return element && `z.array(${element})`;
    }
    case 'object':
      return 'z.record(z.string(), z.unknown())';
    case 'integer':
    case 'number':
      return 'z.number()';
    case 'boolean':
      return 'z.boolean()';
    case 'string':
      return 'z.string()';
    case undefined:
    default:
      return 'z.unknown()';
  }
}

function objectSource(option: JsonSchema, place: Place): string | undefined {
  const indent = `${place.indent}  `;
  const members = Object.keys(option.properties ?? {}).flatMap((name) => {
    const node = memberNode(option, name, place.node.root);
    const member = place.member === '' ? name : `${place.member}.${name}`;
    const source = node && sourceOf({ ...place, node, member, indent });
    if (source === undefined) return [];
    const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
    return [`${indent}${key}: ${source}${option.required?.includes(name) ? '' : '.optional()'},\n`];
  });
  return members.length === 0 ? undefined : `z.object({\n${members.join('')}${place.indent}})`;
}
