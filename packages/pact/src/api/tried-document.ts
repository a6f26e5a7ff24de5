import {
  type BrokenRule,
  isList,
  isRecord,
  type Possibility,
  possibleValues,
  schemaNode,
} from '@customer-contracts/pact-files/internal';
import { type Cell, type CredentialKind, formatCredential, type OperationId } from '@customer-contracts/schemas';
import { harmless, shown } from '@customer-contracts/schemas/internal';
import type * as ShapesModule from '@customer-contracts/schemas/shapes';
import type { ApiShape, Kinds, OperationShape, ResponseShape } from '@customer-contracts/schemas/shapes';

import { type ApiDescription, documentedBody, type DocumentedBody, tableOfApi } from './api-description.ts';
import { type FittedBody, fitBody } from './fit-body.ts';
import { inWords } from './in-words.ts';
import { isNear } from './member-path.ts';

/** The document that a run is tried on, in place of the table, and what it says otherwise. */
export interface TriedDocument extends ApiDescription {
  /** What it has against a request or its status, and what to do; `undefined` where it has nothing against them. */
  problemOf(request: TriedRequest): Problem | undefined;
  /** The answer that the table gives, as the document has it. Of a part, members that it has besides don't come along. */
  fit(cell: Cell, body: unknown, isPart: boolean): FittedBody;
  /** Whether it allows a value at a member of the resource. */
  allows(cell: Cell, member: string, value: unknown): boolean;
  /** Whether it says so since the table was written, and the table doesn't allow it; `undefined` is absence. */
  isNew(cell: Cell, member: string, value: unknown): boolean;
  /** What it says of a header whose usual value this is; `undefined` where it documents none. */
  header(cell: Cell, name: string, usual: string): TriedHeader | undefined;
}

/** A request, as far as a document says something about it. */
export interface TriedRequest {
  readonly operationId: OperationId;
  readonly status: number;
  /** Path parameters, query and body, by name. */
  readonly call: Readonly<Record<string, unknown>>;
  readonly credential: CredentialKind;
}

/** What is wrong, and the way out. */
export interface Problem {
  readonly received: string;
  readonly advice: string;
}

/** What a document says of a header. */
export interface TriedHeader {
  /** The usual value, or another where the document refuses that. */
  readonly value: string;
  /** Values that the document allows and the table doesn't. */
  readonly news: readonly Possibility[];
}

/** What is said about shapes, loaded by those who try a document only. */
export type Shapes = typeof ShapesModule;

/** The description of the API that a document gives, whose shape is `source`, and whose name `file`. */
export function tryDocument(file: string, source: ApiShape, shapes: Shapes): TriedDocument {
  const name = `the API of ${harmless(file)}`;
  const table = shapes.shapeOfTable();
  const fits: Fits = (kinds, value) => shapes.misfits(kinds, value).length === 0;
  const answerIn = (shape: ApiShape, cell: Cell): ResponseShape | undefined => {
    const [operationId = '', status = ''] = cell.split(' ');
    const operation = shape.operations[operationId];
    return operation && shapes.responseFor(operation, status);
  };
  const placeIn = (shape: ApiShape, cell: Cell, member: string): Kinds | undefined => {
    const body = answerIn(shape, cell)?.body;
    return kindsAt(body?.list?.element ?? body, pathTo(member));
  };
  const bodies = new Map<Cell, DocumentedBody | undefined>();
  const changes = shapes.compareShapes(table, source).filter(({ direction }) => direction === 'response');
  /** What changed at a member, round it or inside of it. */
  const changesAt = (cell: Cell, member: string) =>
    changes.filter((each) => cell === `${each.operation} ${each.status}` && isNear(ofResource(each.member), member));
  return {
    name,
    bodyOf(cell) {
      const kinds = answerIn(source, cell)?.body;
      if (!bodies.has(cell)) bodies.set(cell, kinds && documentedBody(shapes.jsonSchemaOf(kinds)));
      return bodies.get(cell);
    },
    rulesBrokenBy(operationId, body) {
      const written = operationIn(source, operationId)?.body;
      const known = operationIn(table, operationId)?.body;
      const own =
        written === undefined ? [] : broken({ kinds: written, base: known, value: body, path: [] }, fits, name);
      // What no document says holds all the same: the rules that the table alone knows.
      const alone = tableOfApi.rulesBrokenBy(operationId, body).filter(({ kind, path }) => {
        const place = kindsAt(known, path);
        return kind === 'value' && place !== undefined && fits(place, valueAt(body, path));
      });
      return [...own, ...alone];
    },
    problemOf({ operationId, status, call, credential }) {
      const operation = operationIn(source, operationId);
      const known = operationIn(table, operationId);
      if (operation === undefined)
        return { received: `${name} has no such operation`, advice: 'Do without it, or try another document.' };
      const path = pathOf(operation);
      if (known !== undefined && path !== pathOf(known))
        return { received: `${name} has it as ${path}`, advice: 'Call it there.' };
      if (shapes.responseFor(operation, status) === undefined) {
        const statuses = Object.keys(operation.responses).join(', ');
        return {
          received: `${name} documents no status ${status} of it`,
          advice: `It documents ${statuses === '' ? 'none' : statuses}.`,
        };
      }
      if (operation.security !== undefined && !isAccepted(operation.security, credential)) {
        const accepted = operation.security.map((each) => each.map((one) => one.name).join(' with ')).join(' or ');
        return { received: `${name} does not accept ${credential}`, advice: `It accepts ${accepted}.` };
      }
      return parameterProblem(operation, known, call, fits, name);
    },
    fit(cell, body, isPart) {
      const kinds = answerIn(source, cell)?.body;
      if (kinds === undefined || body === undefined) return { body: undefined, changes: [] };
      return fitBody(body, {
        kinds,
        base: answerIn(table, cell)?.body,
        isPart,
        fits,
        jsonSchemaOf: shapes.jsonSchemaOf,
      });
    },
    allows(cell, member, value) {
      const place = placeIn(source, cell, member);
      return place === undefined || fits(place, value);
    },
    isNew(cell, member, value) {
      const place = placeIn(table, cell, member);
      const own = changesAt(cell, member);
      // What comes is pinned by the provider state, unless it always came before.
      if (value === undefined)
        return own.some((each) => each.kind === 'became-optional' && ofResource(each.member) === member);
      return own.length > 0 && (place === undefined || !fits(place, value));
    },
    header(cell, header, usual) {
      const kinds = answerIn(source, cell)?.headers[header.toLowerCase()]?.kinds;
      const known = answerIn(table, cell)?.headers[header.toLowerCase()]?.kinds;
      if (kinds === undefined) return undefined;
      const values = schemaNode(shapes.jsonSchemaOf(kinds)).options.flatMap(possibleValues);
      const isUsual = values.length === 0 || fits(kinds, readAs(kinds, usual));
      return {
        value: isUsual ? usual : String(values[0]?.value),
        news: values.filter(({ value }) => known === undefined || !fits(known, readAs(known, String(value)))),
      };
    },
  };
}

function operationIn(shape: ApiShape, operationId: OperationId): OperationShape | undefined {
  return shape.operations[operationId];
}

/** Whether a value may stand at a place. */
type Fits = (kinds: Kinds, value: unknown) => boolean;

/** A method and a path, whatever its parameters are called. */
function pathOf({ method, path }: OperationShape): string {
  return `${method} ${path.replaceAll(/\{[^}]*\}/g, '{id}')}`;
}

/** Whether a credential of this kind is enough. Names of schemes change; what goes over the wire counts. */
function isAccepted(security: NonNullable<OperationShape['security']>, kind: CredentialKind): boolean {
  const [header, value] = formatCredential(kind, '');
  const wire = header === 'Authorization' ? value.trim().toLowerCase() : `header ${header.toLowerCase()}`;
  return security.length === 0 || security.some((all) => all.every((each) => each.wire === wire));
}

function parameterProblem(
  { parameters }: OperationShape,
  known: OperationShape | undefined,
  call: TriedRequest['call'],
  fits: Fits,
  name: string,
): Problem | undefined {
  const inTable = new Map(known?.parameters.map((each) => [each.name, each.kinds]));
  const documented = new Map(parameters.map((each) => [each.name, each.kinds]));
  for (const [parameter, value] of Object.entries(call)) {
    const before = inTable.get(parameter);
    if (before === undefined || value === undefined) continue;
    const now = documented.get(parameter);
    if (now === undefined) return { received: `${name} documents no ${parameter}`, advice: 'Leave it out.' };
    if (!fits(now, value) && fits(before, value)) {
      return {
        received: `${parameter} is ${shown(value)}, and ${name} takes ${inWords(now)}`,
        advice: 'Correct the call.',
      };
    }
  }
  const missing = parameters.find(
    ({ in: place, name: each, kinds }) =>
      !kinds.isOptional &&
      call[each] === undefined &&
      (place !== 'path' || !inTable.has(each)) &&
      inTable.get(each)?.isOptional !== false,
  );
  if (missing === undefined) return undefined;
  return { received: `${name} requires ${missing.name} in the ${missing.in}`, advice: 'Send it.' };
}

/** The text of a header as a value: numbers are text on the wire. */
function readAs({ text, number, boolean }: Kinds, value: string): unknown {
  if (text !== undefined) return value;
  if (number !== undefined && value.trim() !== '' && Number.isFinite(Number(value))) return Number(value);
  return boolean !== undefined && (value === 'true' || value === 'false') ? value === 'true' : value;
}

interface Written {
  readonly kinds: Kinds;
  /** What the table says; `undefined` of what it doesn't have. */
  readonly base: Kinds | undefined;
  readonly value: unknown;
  readonly path: readonly (string | number)[];
}

/** The rules of a document that a body breaks. */
function broken({ kinds, base, value, path }: Written, fits: Fits, name: string): readonly BrokenRule[] {
  if (isList(value) && kinds.list !== undefined) {
    const { element } = kinds.list;
    const inside = value.flatMap((each, index) =>
      broken({ kinds: element, base: base?.list?.element, value: each, path: [...path, index] }, fits, name),
    );
    if (inside.length > 0) return inside;
  }
  if (isRecord(value) && kinds.object !== undefined) {
    const inside = brokenInside(kinds.object, { kinds, base, value, path }, value, fits, name);
    if (inside.length > 0) return inside;
  }
  if (fits(kinds, value)) return [];
  const message = value === undefined ? 'is missing' : `is ${shown(value)}`;
  return [{ path, kind: 'value', message: `${message}, and ${name} takes ${inWords(kinds)}` }];
}

function brokenInside(
  { members, others, elsewhere = [] }: NonNullable<Kinds['object']>,
  { base, path }: Written,
  value: Readonly<Record<string, unknown>>,
  fits: Fits,
  name: string,
): readonly BrokenRule[] {
  const inTable = base?.object?.members ?? {};
  const baseOf = (each: string) => (Object.hasOwn(inTable, each) ? inTable[each] : undefined);
  const isMap = Object.keys(members).length === 0;
  const present = Object.entries(value).flatMap(([each, own]): readonly BrokenRule[] => {
    const kinds = Object.hasOwn(members, each) ? members[each] : others;
    const inside = [...path, each];
    if (own === undefined) return [];
    if (kinds !== undefined) return broken({ kinds, base: baseOf(each), value: own, path: inside }, fits, name);
    if (isMap) return [];
    return [
      { path: inside, kind: elsewhere.includes(each) ? 'read-only' : 'unknown', message: `${each} is not documented` },
    ];
  });
  const missing = Object.entries(members)
    .filter(([each, { isOptional }]) => !isOptional && value[each] === undefined)
    .map(([each]): BrokenRule => ({
      path: [...path, each],
      kind: 'value',
      message: `is missing, and ${name} requires it`,
    }));
  return [...present, ...missing];
}

/** What stands at a path; `undefined` where nothing is said of it. */
function kindsAt(kinds: Kinds | undefined, [step, ...rest]: readonly (string | number)[]): Kinds | undefined {
  if (step === undefined || kinds === undefined) return kinds;
  const members = kinds.object?.members ?? {};
  const next =
    typeof step === 'number'
      ? kinds.list?.element
      : Object.hasOwn(members, step)
        ? members[step]
        : kinds.object?.others;
  return kindsAt(next, rest);
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inside, step) => {
    if (isList(inside)) return inside[Number(step)];
    return isRecord(inside) ? inside[step] : undefined;
  }, value);
}

/** The steps of a member: `tags[].type` is `tags`, an element, `type`. */
function pathTo(member: string): readonly (string | number)[] {
  return member
    .replaceAll('[]', '.[]')
    .split('.')
    .filter((step) => step !== '')
    .map((step) => (step === '[]' ? 0 : step));
}

/** A member of a resource, whether it comes alone or in a list. */
function ofResource(member: string): string {
  return member.replace(/^\[\]\.?/, '');
}
