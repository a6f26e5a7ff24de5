import { type BrokenRule, JsonSchema, rulesBrokenBy } from '@customer-contracts/pact-files/internal';
import { type Cell, isOperationId, type OperationId, responseOf } from '@customer-contracts/schemas';
import { operations as plainOperations } from '@customer-contracts/schemas/plain';
import * as z from 'zod';

/** What the harness asks about the API: of the table, or of the document that a run is tried on. */
export interface ApiDescription {
  /** As messages call it: `the API`, `new.json`. */
  readonly name: string;
  /** What is promised about the body of an answer; `undefined` where it has none. */
  bodyOf(cell: Cell): DocumentedBody | undefined;
  /** The rules for what is written that a body breaks; none where the operation takes no body. */
  rulesBrokenBy(operationId: OperationId, body: unknown): readonly BrokenRule[];
}

/** What is promised about a body, as JSON Schema. */
export interface DocumentedBody {
  readonly body: JsonSchema;
  /** Of one resource: of a list, its elements. */
  readonly resource: JsonSchema;
}

/** A body's schema, and that of one of its elements where it is a list. */
export function documentedBody(body: JsonSchema): DocumentedBody {
  return { body, resource: typeof body.items === 'object' ? { ...body.items, $defs: body.$defs } : body };
}

const bodies = new Map<Cell, DocumentedBody>();

/** What the table says, as all tests are run by default. */
export const tableOfApi: ApiDescription = {
  name: 'the API',
  bodyOf(cell) {
    const known = bodies.get(cell);
    const [operationId = '', status = ''] = cell.split(' ');
    const schema = isOperationId(operationId) ? responseOf(operationId, Number(status))?.body : undefined;
    if (known !== undefined || schema === undefined) return known;
    const made = documentedBody(JsonSchema.parse(z.toJSONSchema(schema, { io: 'input' })));
    bodies.set(cell, made);
    return made;
  },
  rulesBrokenBy(operationId, body) {
    const { body: written } = plainOperations[operationId];
    return written === undefined ? [] : rulesBrokenBy(written, body);
  },
};
