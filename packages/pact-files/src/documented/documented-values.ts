import * as z from 'zod';

import { JsonSchema } from '../json-schema/json-schema.ts';
import { possibleValues } from '../json-schema/possible-values.ts';
import { isUnconstrained, schemaNode } from '../json-schema/schema-node.ts';

/** What the API documents for a place. */
export interface DocumentedValues {
  /** Those that tell rules apart; none where anything may stand. */
  readonly values: readonly unknown[];
  /** Whether there are any number of texts besides. */
  readonly isOpen: boolean;
}

const witnesses = new WeakMap<z.core.$ZodType, DocumentedValues>();

/** Values that the API documents for a place, null apart. */
export function documentedValues(schema: z.core.$ZodType): DocumentedValues {
  const values = witnesses.get(schema) ?? witnessesOf(schema);
  witnesses.set(schema, values);
  return values;
}

function witnessesOf(schema: z.core.$ZodType): DocumentedValues {
  if (schema instanceof z.ZodArray) return { values: [[], [{}]], isOpen: false };
  if (schema instanceof z.ZodObject || schema instanceof z.ZodRecord) return { values: [{}], isOpen: false };
  const json = JsonSchema.parse(z.toJSONSchema(schema, { io: 'input' }));
  const options = schemaNode(json).options.filter((option) => !isUnconstrained(option));
  return {
    values: options.flatMap((option) =>
      option.const === undefined ? possibleValues(option).map(({ value }) => value) : [option.const],
    ),
    isOpen: options.some(
      (option) => option.type === 'string' && option.const === undefined && option.enum === undefined,
    ),
  };
}
