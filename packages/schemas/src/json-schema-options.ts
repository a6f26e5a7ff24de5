import * as z from 'zod';

/**
 * What `z.toJSONSchema` has to be told, so that it says of a schema what the API says: objects are open for members of next
 * year, as are the lists to which the API adds, formats come without zod's own patterns, and a nullable text is one text
 * field to a form, not a choice.
 *
 * ```ts
 * z.toJSONSchema(Customer, jsonSchemaOptions);
 * ```
 *
 * Other options go beside it: `{ ...jsonSchemaOptions, target: 'draft-7' }`. The package has the result with the words of
 * each member, as `@customer-contracts/schemas/json-schema/customer.json` and so on.
 */
export const jsonSchemaOptions: Readonly<Pick<z.core.ToJSONSchemaParams, 'io' | 'override'>> = {
  io: 'input',
  override: ({ zodSchema, jsonSchema }) => {
    // What zod adds and the API doesn't say: closed objects, its own idea of an e-mail or a date-time, the safe integers.
    if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    delete jsonSchema.propertyNames;
    if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    if (zodSchema instanceof z.ZodRecord) jsonSchema.additionalProperties = true;
    const [present, ...others] = jsonSchema.anyOf ?? [];
    if (zodSchema instanceof z.ZodNullable && typeof present?.type === 'string' && others.length === 1) {
      delete jsonSchema.anyOf;
      Object.assign(jsonSchema, present, { type: [present.type, 'null'] });
      if (jsonSchema.enum !== undefined) jsonSchema.enum = [...jsonSchema.enum, null];
    }
  },
};
