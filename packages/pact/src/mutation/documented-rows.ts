import { isDeepStrictEqual } from 'node:util';

import { isList, isRecord } from '@customer-contracts/pact-files/internal';
import { collectionLimits } from '@customer-contracts/schemas';

import { exampleOf } from '../api/example-of.ts';
import { witnesses } from '../proof/witnesses.ts';
import { type Change, eachElement, valuesAt, withChanges } from './change.ts';
import { coveringRows, type Factor } from './covering-rows.ts';
import { type MutatedPart, otherRecord, type ReadAnswer, readAnswer } from './mutated-part.ts';
import { type Place, placesIn } from './places.ts';

/** Changes that come together in one answer. */
export type Row = readonly Change[];

/** What the API may answer in the place of the usual answer. */
export interface DocumentedRows {
  /** Nulls, absences and empty lists, in pairs. */
  readonly pairs: readonly Row[];
  /** Each of the other values at least once. Plain ones change together, because most answers are survived. */
  readonly values: readonly Row[];
}

/** The answers that the API documents, and that the reader's schema accepts. `others` are records of the same shape. */
export async function documentedRows(
  part: MutatedPart,
  others: readonly ReadAnswer[],
  seed: number,
): Promise<DocumentedRows> {
  const { interaction, definition } = part;
  const { documented, content, closed } = interaction;
  const body = definition.response.served;
  if (documented === undefined || body === undefined) return { pairs: [], values: [] };
  const { resource } = documented;
  const sample = isList(body) ? body[0] : body;
  const another = others.flatMap((other) => (isList(other.body) ? other.body.slice(0, 1) : [other.body]));
  const places = placesIn(resource, sample);
  const changes: readonly Change[] = [
    ...witnesses(interaction.reader ?? resource, resource, sample, { isStrict: true, closed }).filter(isRealistic),
    ...places.flatMap((place) => [...listsAt(place, another), ...alternativesAt(place), ...languagesAt(place)]),
    ...erasOfEmbedded(sample),
  ].map((change) => inWhole(change, content.kind === 'list'));
  const accepted: Change[] = [];
  for (const change of [...changes, ...(isList(body) ? await listSizes(part, body) : [])]) {
    const answer = withChanges(body, [change]);
    if (isDeepStrictEqual(answer, body) || isOfRequest(change, part)) continue;
    if ((await readAnswer(part, answer)) !== undefined) accepted.push(change);
  }
  const plain = accepted.filter(({ value }) => typeof value !== 'object' && value !== undefined);
  const alone = accepted.filter((change) => !plain.includes(change) && !isGap(change));
  return {
    pairs: coveringRows(factorsOf(accepted.filter(isGap)), seed),
    values: [...alone.map((change) => [change]), ...diagonals(plain)],
  };
}

/** A member that is null, left out or an empty list. */
function isGap({ value, steps }: Change): boolean {
  return steps.length > 0 && (value === null || value === undefined || (isList(value) && value.length === 0));
}

/** What adds members to an object, and leaves those that it has. */
export function isAddition({ value, steps }: Change, body: unknown): boolean {
  const [before] = valuesAt(body, steps);
  return (
    isRecord(value) &&
    isRecord(before) &&
    Object.entries(before).every(([name, own]) => isDeepStrictEqual(own, value[name]))
  );
}

/** Whether the request has settled a member: what a write sends comes back, and so does the id that it asks for. */
function isOfRequest(change: Change, { interaction, definition }: MutatedPart): boolean {
  const { body, id } = interaction.call;
  const { steps } = change;
  const [value] = valuesAt(definition.response.served, steps);
  const isWritten = isRecord(body) && valuesAt(body, steps).length > 0;
  return (isWritten && !isAddition(change, definition.response.served)) || (change.member === 'id' && value === id);
}

/** Not a list that has the same element twice, and no made-up language: code may well rely on either. */
function isRealistic({ member, value }: Change): boolean {
  if (isList(value)) return value.length < 2;
  return typeof value !== 'string' || !isLanguage(member);
}

/** `locale` is a language tag, although its schema is any text (Rebilly OpenAPI 2026-08: RFC 5646). */
function isLanguage(member: string): boolean {
  return /(?:^|\.)locale$/.test(member);
}

function languagesAt({ member, steps, value }: Place): readonly Change[] {
  if (!isLanguage(member) || typeof value !== 'string') return [];
  return ['de', 'fr-CA', 'zh-Hant-TW'].map((tag) => ({ member, steps, claim: `may be "${tag}"`, value: tag }));
}

/** A list of one element, and of two. That it may be empty, the witnesses know. */
function listsAt({ member, steps, value, option }: Place, others: readonly unknown[]): readonly Change[] {
  if (!isList(value) || value.length === 0 || option.items === undefined) return [];
  const [first] = value;
  const second = [...value.slice(1), ...others.flatMap((other) => valuesAt(other, [...steps, 0]))].find(
    (element) => !isDeepStrictEqual(element, first),
  );
  return [
    { member, steps, claim: 'may have one element', value: [first] },
    ...(second === undefined ? [] : [{ member, steps, claim: 'may have two elements', value: [first, second] }]),
  ];
}

/** An object of each other alternative of a union of objects. */
function alternativesAt({ member, steps, value, node, option }: Place): readonly Change[] {
  if (!isRecord(value)) return [];
  const others = node.options.filter((other) => other !== option && other.properties !== undefined);
  return others.map((other) => {
    const example = exampleOf({ ...other, $defs: node.root.$defs }, 'complete', 0);
    return { member, steps, claim: `may be ${JSON.stringify(example)}`, value: example };
  });
}

/** Until 2023 `_embedded` was documented as a list of objects with one member each. */
function erasOfEmbedded(sample: unknown): readonly Change[] {
  const embedded = isRecord(sample) ? sample['_embedded'] : undefined;
  if (!isRecord(embedded)) return [];
  const value = Object.entries(embedded).map(([name, resource]) => ({ [name]: resource }));
  return [
    { member: '_embedded', steps: ['_embedded'], claim: 'may be a list, as it was documented until 2023', value },
  ];
}

/** A change of one resource as one of the whole answer: of a list, gaps in each element, a value in the first alone, so that ids stay apart. */
function inWhole({ member, claim, steps, value }: Change, isOfList: boolean): Change {
  const isOfEach = isGap({ member, claim, steps, value });
  const own = isOfEach ? steps.map((step) => (step === 0 ? eachElement : step)) : steps;
  return { member, claim, value, steps: isOfList ? [isOfEach ? eachElement : 0, ...own] : own };
}

/** A whole list of none, of one, and of as many as a page has. */
async function listSizes(part: MutatedPart, body: readonly unknown[]): Promise<readonly Change[]> {
  const { limit } = part.interaction.call;
  const page = typeof limit === 'number' ? limit : collectionLimits.limit.unasked;
  const elements = [...body];
  for (let offset = 1; elements.length < page; offset += 1) {
    const other = await otherRecord(part, offset);
    if (other === undefined || !isList(other.body) || other.body.length === 0) break;
    elements.push(...other.body);
  }
  const sizes = new Set(
    [0, 1, 2, page].filter((size) => size <= Math.min(page, elements.length) && size !== body.length),
  );
  return [...sizes].map((size) => ({
    member: '[]',
    steps: [],
    claim: size === 0 ? 'may be empty' : `may have ${size === 1 ? 'one element' : `${size} elements`}`,
    value: elements.slice(0, size),
  }));
}

function factorsOf(gaps: readonly Change[]): readonly Factor[] {
  return [...Map.groupBy(gaps, ({ member }) => member).values()].flatMap((levels) => {
    const [first] = levels;
    return first === undefined ? [] : [{ steps: first.steps, levels }];
  });
}

/** Rows in which each member takes its next value. */
function diagonals(changes: readonly Change[]): readonly Row[] {
  const byMember = [...Map.groupBy(changes, ({ member }) => member).values()];
  const length = Math.max(0, ...byMember.map((values) => values.length));
  return Array.from({ length }, (_, index) => byMember.flatMap((values) => values[index] ?? []));
}
