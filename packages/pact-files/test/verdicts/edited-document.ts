import openapi from '@customer-contracts/schemas/openapi.json' with { type: 'json' };

/** A part of a document. */
type Part = Record<string, unknown>;

/** The API's own document, to be edited: a part of it by its path, and what a member of it is to be. */
export class EditedDocument {
  readonly json: unknown = structuredClone(openapi);

  /** The part at a path: `components.schemas.Customer`; paths of the API are one step. */
  at(...steps: readonly (string | number)[]): Part {
    const found = steps.reduce<unknown>((part, step) => Reflect.get(Object(part), step), this.json);
    if (typeof found !== 'object' || found === null) throw new Error(`The document has no ${steps.join('.')}.`);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- A test's own document.
    return found as Part;
  }

  /** The members of a schema. */
  membersOf(schema: string): Part {
    return this.at('components', 'schemas', schema, 'properties');
  }

  /** Changes a member of a schema. */
  member(schema: string, name: string, change: object): void {
    const members = this.membersOf(schema);
    members[name] = { ...Object(members[name]), ...change };
  }

  /** Names a member among those that must come. */
  require(schema: string, name: string): void {
    const part = this.at('components', 'schemas', schema);
    const required: readonly unknown[] = Array.isArray(part['required']) ? part['required'] : [];
    part['required'] = [...required, name];
  }

  /** A parameter of an operation. */
  parameter(path: string, method: string, name: string): Part {
    const parameters = this.at('paths', path, method, 'parameters');
    const index = Object.values(parameters).findIndex((each) => Reflect.get(Object(each), 'name') === name);
    return this.at('paths', path, method, 'parameters', index);
  }

  /** The text of the document. */
  get text(): string {
    return JSON.stringify(this.json);
  }
}
