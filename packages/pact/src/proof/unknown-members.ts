import {
  elementNode,
  isUnconstrained,
  type JsonSchema,
  memberNode,
  schemaNode,
  type SchemaNode,
} from '@customer-contracts/pact-files/internal';
import { nearest } from '@customer-contracts/schemas/internal';

/**
 * The paths of the members that a reader names and the API doesn't document, in the order of the reader. A place of which
 * the API says nothing has none, and neither has a map, whose names are the organization's own.
 */
export function unknownMembers(reader: JsonSchema, documented: JsonSchema): readonly string[] {
  return compare(schemaNode(reader), schemaNode(documented), '', 0);
}

/** The API's own schemas end at this depth, and a recursive reader must end somewhere. */
const deepest = 8;

function compare(reader: SchemaNode, documented: SchemaNode, path: string, depth: number): readonly string[] {
  const option = documented.options.find((option) => !isUnconstrained(option));
  if (option === undefined || depth > deepest) return [];
  return reader.options.flatMap((read) => {
    if (typeof read.items === 'object') {
      return compare(elementNode(read, reader.root), elementNode(option, documented.root), `${path}[]`, depth + 1);
    }
    return Object.keys(read.properties ?? {}).flatMap((name) => {
      const member = path === '' ? name : `${path}.${name}`;
      const node = memberNode(option, name, documented.root);
      const own = memberNode(read, name, reader.root);
      return node === undefined || own === undefined ? [member] : compare(own, node, member, depth + 1);
    });
  });
}

/** Members that a reader may look for in the wrong place, and where they are. */
const elsewhere: Readonly<Record<string, string>> = {
  leadSource: "An answer has it as _embedded.leadSource, with expand: 'leadSource'.",
  paymentToken: 'It is only written.',
  defaultPaymentInstrumentId: 'An answer has it as defaultPaymentInstrument.paymentInstrumentId.',
};

/** What to do about a member that the API doesn't document. */
export function adviceForUnknown(member: string, documented: JsonSchema): string {
  const field = /^customFields\.(.+)$/.exec(member)?.[1];
  if (field !== undefined) return `Declare it: customersPact({ customFields: { ${field}: ... } }).`;
  const known = nearest(member, Object.keys(documented.properties ?? {}));
  return elsewhere[member] ?? (known && `Did you mean ${known}?`) ?? `Leave it out, or say allow('${member}').`;
}
