import {
  elementNode,
  isOfNamedType,
  isRecord,
  isUnconstrained,
  type JsonSchema,
  memberNode,
  optionFor,
  schemaNode,
  type SchemaNode,
} from '@customer-contracts/pact-files/internal';

import { all, type MatchingRule, type MatchingRules, memberPath } from './matching-rule.ts';
import { scalarRule } from './scalar-rule.ts';

/** What a contract says about a body. */
export interface BodyContract {
  /** The body that the consumer's test gets: the members that are read. */
  readonly served: unknown;
  /** The body of the contract: one element of each array, and no member of a map of anything. */
  readonly written: unknown;
  /** The rules that an answer must fit. */
  readonly rules: MatchingRules;
}

/**
 * What a reader's schema asks of a body: the members that it names, as the types that it names. Where the reader says
 * nothing about a plain value (`unknown`) or coerces it (names a type that the value isn't of), the API's own schema speaks.
 */
export function bodyContract(reader: JsonSchema, documented: JsonSchema, body: unknown): BodyContract {
  return contractAt(schemaNode(reader), documented, body);
}

/** What the schema of one element asks of a list of them. References stay inside the element's schema. */
export function listContract(reader: JsonSchema, documented: JsonSchema, body: readonly unknown[]): BodyContract {
  return contractAt({ options: [{ type: 'array', items: reader }], isNullable: false, root: reader }, documented, body);
}

function contractAt(reader: SchemaNode, documented: JsonSchema, body: unknown): BodyContract {
  const rules: Record<string, MatchingRule> = {};
  return { ...walk({ reader, documented: schemaNode(documented), value: body, path: '$', rules }), rules };
}

interface Place {
  readonly reader: SchemaNode;
  readonly documented: SchemaNode;
  readonly value: unknown;
  readonly path: string;
  readonly rules: Record<string, MatchingRule>;
}

interface Walked {
  readonly served: unknown;
  readonly written: unknown;
}

function walk(place: Place): Walked {
  const { value, path, rules } = place;
  const isUnread = isSilent(place.reader) || !isOfNamedType(place.reader, value);
  if (isUnread && typeof value === 'object' && value !== null) return walkUnread(value, path, rules);
  const reader = isUnread ? place.documented : place.reader;
  if (Array.isArray(value)) return walkArray({ ...place, reader }, value);
  if (isRecord(value)) return walkObject({ ...place, reader }, value);
  const options = reader.options.filter((option) => !isUnconstrained(option));
  if (value === null) rules[path] = all({ match: 'null' });
  else rules[path] = options.length === 0 ? all({ match: 'type' }) : scalarRule(options, reader.isNullable, value);
  return { served: value, written: value };
}

/** Of a list or an object of which the reader says nothing, nothing more is asked than that it is one. */
function walkUnread(value: object, path: string, rules: Record<string, MatchingRule>): Walked {
  rules[path] = all({ match: 'type' });
  return { served: value, written: Array.isArray(value) ? [] : {} };
}

function walkArray(place: Place, value: readonly unknown[]): Walked {
  const { reader, documented, path, rules } = place;
  const { minItems: min = 0, maxItems: max } = optionFor(reader, value) ?? {};
  rules[path] = all({ match: 'type', ...(min === 0 ? {} : { min }), ...(max === undefined ? {} : { max }) });
  const elements = value.map((element, index) =>
    walk({
      reader: elementNode(optionFor(reader, value) ?? {}, reader.root),
      documented: elementNode(optionFor(documented, value) ?? {}, documented.root),
      value: element,
      path: `${path}[*]`,
      // The first element is the contract's; the others only fill the answer.
      rules: index === 0 ? rules : {},
    }),
  );
  return { served: elements.map(({ served }) => served), written: elements.slice(0, 1).map(({ written }) => written) };
}

function walkObject(place: Place, value: Readonly<Record<string, unknown>>): Walked {
  const { reader, documented, path, rules } = place;
  const read = optionFor(reader, value) ?? {};
  const option = optionFor(documented, value) ?? {};
  const names = Object.keys(read.properties ?? {});
  if (names.length === 0) return walkMap(place, read, value);
  const members = names
    .filter((name) => Object.hasOwn(value, name))
    .map((name) => {
      const walked = walk({
        reader: memberNode(read, name, reader.root) ?? schemaNode({}),
        documented: memberNode(option, name, documented.root) ?? schemaNode({}),
        value: value[name],
        path: memberPath(path, name),
        rules,
      });
      return { name, ...walked };
    });
  if (members.length === 0) rules[path] = all({ match: 'type' });
  return {
    served: Object.fromEntries(members.map(({ name, served }) => [name, served])),
    written: Object.fromEntries(members.map(({ name, written }) => [name, written])),
  };
}

/** An object without names of its own is read as a map: any name will do, and Pact checks the values if they are plain. */
function walkMap({ reader, path, rules }: Place, read: JsonSchema, value: Readonly<Record<string, unknown>>): Walked {
  const element = memberNode(read, '', reader.root);
  const options = element?.options.filter((option) => !isUnconstrained(option)) ?? [];
  const [entry] = Object.entries(value);
  const isPlain = options.length > 0 && options.every(({ type }) => type !== 'object' && type !== 'array');
  if (entry === undefined || element === undefined || !isPlain) {
    rules[path] = all({ match: 'type' });
    return { served: value, written: {} };
  }
  const { matchers } = scalarRule(options.slice(0, 1), false, entry[1]);
  rules[path] = all({ match: 'eachValue', value: JSON.stringify(entry[1]), rules: matchers });
  return { served: value, written: Object.fromEntries([entry]) };
}

function isSilent(node: SchemaNode): boolean {
  return node.options.length > 0 && node.options.every(isUnconstrained);
}
