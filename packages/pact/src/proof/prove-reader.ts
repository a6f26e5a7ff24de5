import { typicalBody } from '../answer/answer-body.ts';
import { promiseOf } from '../plan/promised-body.ts';
import { cellOf } from '../plan/cell-of.ts';
import type { InteractionPlan } from '../plan/interaction-plan.ts';
import { bodyContract } from '../contract/body-contract.ts';
import { readBody } from '../reader/read-body.ts';
import { ReaderError } from '../reader/reader-error.ts';
import { readerJsonSchema } from '../reader/reader-json-schema.ts';
import type { ReaderSchema } from '../reader/reader-schema.ts';
import { adviceForUnknown } from './advice-for-unknown.ts';
import { unknownMembers } from './unknown-members.ts';
import { witnesses } from './witnesses.ts';

const proven = new WeakMap<ReaderSchema, Set<string>>();

/**
 * Proves that a reader's schema accepts what the API may answer: its own `validate` runs on witnesses. Rules that join
 * several members can slip through, because one member changes at a time.
 *
 * @throws {ReaderError} with the member and the counterexample.
 */
export async function proveReader(plan: InteractionPlan, schema: ReaderSchema): Promise<void> {
  const { fields, expand } = plan.call;
  const { identity, isStrict, allowed } = plan;
  const question = JSON.stringify([cellOf(plan), fields, expand, identity.customFields, isStrict, [...allowed]]);
  const answers = proven.get(schema) ?? new Set();
  if (answers.has(question)) return;
  await prove(plan, schema);
  proven.set(schema, answers.add(question));
}

async function prove(plan: InteractionPlan, schema: ReaderSchema): Promise<void> {
  const cell = cellOf(plan);
  const answer = promiseOf(plan);
  if (answer === undefined)
    throw new ReaderError(`Failed to read the answer of ${cell}: it has no body. Leave reads out.`);
  const promise = typeof answer.items === 'object' ? { ...answer.items, $defs: answer.$defs } : answer;
  const reader = readerJsonSchema(schema);
  const names = Object.keys(plan.identity.customFields);
  const unknown = unknownMembers(reader, promise).find((member) => !plan.allowed.has(member));
  const custom = undeclaredFields(reader.properties?.['customFields']?.properties ?? {}, names, plan);
  const [undocumented] = unknown === undefined ? custom : [unknown];
  if (undocumented !== undefined) {
    const advice = adviceForUnknown(undocumented, promise);
    throw new ReaderError(
      `Failed to read the answer of ${cell}: the API documents no ${undocumented}. ${advice}`,
      undocumented,
    );
  }
  const body = bodyContract(reader, promise, typicalBody(plan)).served;
  const whole = answer === promise ? 'the body' : 'each customer';
  const typical = await readBody(schema, body);
  if (!typical.isAccepted) {
    const { member, message, value } = typical;
    throw refuse(cell, member === '' ? whole : member, `is ${show(value)}`, message, value);
  }
  for (const { member, claim, value, body: changed } of witnesses(reader, promise, body, plan)) {
    const read = await readBody(schema, changed);
    if (!read.isAccepted) throw refuse(cell, member === '' ? whole : member, claim, read.message, value);
  }
}

function undeclaredFields(named: object, declared: readonly string[], { allowed }: InteractionPlan): readonly string[] {
  return Object.keys(named)
    .filter((name) => !declared.includes(name))
    .map((name) => `customFields.${name}`)
    .filter((member) => !allowed.has(member));
}

function refuse(cell: string, member: string, claim: string, message: string, value: unknown): ReaderError {
  return new ReaderError(
    `Failed to read the answer of ${cell}: ${member} ${claim}, and the schema refuses it (${message}). Accept it.`,
    member,
    value,
  );
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'absent';
  return text.length > 80 ? `${text.slice(0, 80)}...` : text;
}
