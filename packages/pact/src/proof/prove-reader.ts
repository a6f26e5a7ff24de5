import type { JsonSchema } from '@customer-contracts/pact-files/internal';
import { shown } from '@customer-contracts/schemas/internal';

import { type ApiDescription, tableOfApi } from '../api/api-description.ts';
import type { TriedDocument } from '../api/tried-document.ts';
import { bodyContract } from '../contract/body-contract.ts';
import type { ResolvedInteraction } from '../plan/resolve-interaction.ts';
import { readBody } from '../reader/read-body.ts';
import { ReaderError } from '../reader/reader-error.ts';
import type { ReaderSchema } from '../reader/reader-schema.ts';
import { adviceForUnknown, unknownMembers } from './unknown-members.ts';
import { witnesses } from './witnesses.ts';

const proven = new WeakMap<ApiDescription, WeakMap<ReaderSchema, Set<string>>>();

/**
 * Proves that a reader's schema accepts what the API may answer: its own `validate` runs on witnesses, which are made of the
 * `typical` body of one resource. Rules that join several members can slip through, because one member changes at a time.
 *
 * @throws {ReaderError} with the member and the counterexample.
 */
export async function proveReader(
  interaction: ResolvedInteraction,
  schema: ReaderSchema,
  typical: () => unknown,
): Promise<void> {
  const { api, cell, call, identity, isStrict, allowed, closed } = interaction;
  const question = JSON.stringify([
    cell,
    call['fields'],
    call['expand'],
    identity.customFields,
    isStrict,
    [...allowed],
    [...closed.keys()],
  ]);
  const schemas = proven.get(api) ?? new WeakMap<ReaderSchema, Set<string>>();
  const answers = schemas.get(schema) ?? new Set();
  if (answers.has(question)) return;
  await prove(interaction, schema, typical());
  proven.set(api, schemas.set(schema, answers.add(question)));
}

async function prove(interaction: ResolvedInteraction, schema: ReaderSchema, typical: unknown): Promise<void> {
  const { api, tried, cell, documented, content, reader = {}, allowed } = interaction;
  if (documented === undefined)
    throw new ReaderError(`Failed to read the answer of ${cell}: it has no body. Leave reads out.`);
  const { resource } = documented;
  if (content.kind === 'list' && documented.body.type !== 'array') {
    throw new ReaderError(
      `Failed to read the answer of ${cell}: ${api.name} answers no list of them. Read what it answers.`,
    );
  }
  // What went from a document since the table was written is no slip: the reader may do without it.
  const gone = tried === undefined ? [] : goneMembers(interaction);
  const unknown = unknownMembers(reader, resource).find((member) => !allowed.has(member) && !gone.includes(member));
  const [undocumented] = unknown === undefined ? undeclaredFields(reader, interaction) : [unknown];
  if (undocumented !== undefined) {
    const advice = adviceForUnknown(undocumented, resource);
    throw new ReaderError(
      `Failed to read the answer of ${cell}: ${api.name} documents no ${undocumented}. ${advice}`,
      undocumented,
    );
  }
  const body = bodyContract(reader, resource, typical).served;
  const whole = content.kind === 'list' ? `each ${content.resource}` : 'the body';
  const read = await readBody(schema, body);
  if (!read.isAccepted) {
    const { member, message, value } = read;
    const claim = gone.includes(member) ? `is absent, because ${api.name} documents none` : `is ${shown(value)}`;
    throw refuse(interaction, member === '' ? whole : member, claim, message, value);
  }
  refuseStaleClosed(reader, resource, body, interaction);
  for (const { member, claim, isOfTomorrow, value, body: changed } of witnesses(reader, resource, body, {
    ...interaction,
    readsUnsaid: tried !== undefined,
  })) {
    // JSON Schema says less than a document: of a multiple, say.
    if (tried !== undefined && !isOfTomorrow && value !== undefined && !tried.allows(cell, member, value)) continue;
    const read = await readBody(schema, changed);
    if (read.isAccepted) continue;
    const advice = isOfTomorrow ? adviceForTomorrow(member) : 'Accept it.';
    throw refuse(interaction, member === '' ? whole : member, claim, read.message, value, advice);
  }
}

/** The members that a reader names, the table documents, and the document that a run is tried on doesn't. */
function goneMembers({ cell, reader = {}, documented }: ResolvedInteraction): readonly string[] {
  const table = tableOfApi.bodyOf(cell);
  if (documented === undefined || table === undefined) return [];
  const unknownToTable = new Set(unknownMembers(reader, table.resource));
  return unknownMembers(reader, documented.resource).filter((member) => !unknownToTable.has(member));
}

/** What `closed` names must be a list to which the API may add, and which is read. */
function refuseStaleClosed(
  reader: JsonSchema,
  resource: JsonSchema,
  body: unknown,
  { cell, isStrict, closed }: ResolvedInteraction,
): void {
  if (closed.size === 0) return;
  const open = witnesses(reader, resource, body, { isStrict, closed: new Map() }).filter(
    ({ isOfTomorrow }) => isOfTomorrow,
  );
  const stale = [...closed.keys()].find((path) => !open.some(({ member }) => member === path));
  if (stale === undefined) return;
  throw new ReaderError(
    `Failed to read the answer of ${cell}: closed names ${stale}, which is no list of the API's that the schema reads. Leave it out.`,
    stale,
  );
}

/** The organization's own fields that are read and not declared. */
function undeclaredFields(reader: JsonSchema, { identity, allowed }: ResolvedInteraction): readonly string[] {
  return Object.keys(reader.properties?.['customFields']?.properties ?? {})
    .filter((name) => !Object.hasOwn(identity.customFields, name))
    .map((name) => `customFields.${name}`)
    .filter((member) => !allowed.has(member));
}

/** A list to which the API adds: payment methods came with two of three changes of its answers in six years. */
function adviceForTomorrow(member: string): string {
  return `Read it with openEnum([...]) of @customer-contracts/schemas, or say closed('${member}', 'why') before reads.`;
}

/** Whose answer it is, where it is not that of the table. */
export function byDocument(tried: TriedDocument | undefined): string {
  return tried === undefined ? '' : ` by ${tried.name}`;
}

function refuse(
  { tried, cell }: ResolvedInteraction,
  member: string,
  claim: string,
  message: string,
  value: unknown,
  advice = 'Accept it.',
): ReaderError {
  return new ReaderError(
    `Failed to read the answer of ${cell}${byDocument(tried)}: ${member} ${claim}, and the schema refuses it (${message}). ${advice}`,
    member,
    value,
  );
}
