import {
  elementNode,
  isList,
  isRecord,
  type JsonSchema,
  memberNode,
  optionFor,
  schemaNode,
  type SchemaNode,
} from '@customer-contracts/pact-files/internal';

import type { Steps } from './change.ts';

/** A place of a body, and what a schema says about it. */
export interface Place {
  /** The path of the member: `tags[].type`; empty for the whole body. */
  readonly member: string;
  /** Into the first element of each list. */
  readonly steps: Steps;
  readonly value: unknown;
  readonly node: SchemaNode;
  /** The alternative of the schema that fits the value. */
  readonly option: JsonSchema;
}

/** The places of a body that a schema names, the outer ones first. Of a list, those of its first element. */
export function placesIn(schema: JsonSchema, body: unknown): readonly Place[] {
  return placesAt(schemaNode(schema), body, [], '');
}

function placesAt(node: SchemaNode, value: unknown, steps: Steps, member: string): readonly Place[] {
  const option = optionFor(node, value) ?? {};
  const here = { member, steps, value, node, option };
  if (isList(value)) {
    const inside =
      value.length === 0 ? [] : placesAt(elementNode(option, node.root), value[0], [...steps, 0], `${member}[]`);
    return [here, ...inside];
  }
  if (!isRecord(value)) return [here];
  const inside = Object.entries(value).flatMap(([name, own]) => {
    const inner = option.properties?.[name] === undefined ? undefined : memberNode(option, name, node.root);
    return inner === undefined
      ? []
      : placesAt(inner, own, [...steps, name], member === '' ? name : `${member}.${name}`);
  });
  return [here, ...inside];
}
