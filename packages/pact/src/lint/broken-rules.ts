import * as z from 'zod';

import { isRecord } from '../is-record.ts';
import type { BodyPath } from '../pact-files/pact-document.ts';
import { readableMembers } from './documented.ts';
import type { JudgedInteraction } from './judged-interaction.ts';

/** A rule of the API that a request body breaks. */
export interface BrokenRule {
  readonly path: BodyPath;
  /** A value that is refused with 422; or a member that is passed over, because it is unknown or only read. */
  readonly kind: 'value' | 'unknown' | 'read-only';
  readonly message: string;
}

const known = new WeakMap<JudgedInteraction, readonly BrokenRule[]>();

/** The rules of the API that the request body breaks; none where the operation takes no body. */
export function brokenRules(interaction: JudgedInteraction): readonly BrokenRule[] {
  const broken = known.get(interaction) ?? findBroken(interaction);
  known.set(interaction, broken);
  return broken;
}

function findBroken({ operation, request: { body } }: JudgedInteraction): readonly BrokenRule[] {
  if (operation?.body === undefined) return [];
  const { body: schema } = operation;
  const issues = schema.safeParse(body).error?.issues ?? [];
  // The first reason against a member is enough.
  const places = new Map(
    issues.toReversed().map((issue) => [JSON.stringify([issue.path, issue.code === 'unrecognized_keys']), issue]),
  );
  return [...places.values()].toReversed().flatMap((issue): readonly BrokenRule[] => {
    const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
    if (issue.code !== 'unrecognized_keys') return [{ path, kind: 'value', message: issue.message }];
    const readable = readableMembers(objectAt(schema, path) ?? schema);
    return issue.keys.map((name) => ({
      path: [...path, name],
      kind: readable.includes(name) ? 'read-only' : 'unknown',
      message: issue.message,
    }));
  });
}

/** The schema of the object at a path. */
function objectAt(schema: z.core.$ZodType, [step, ...rest]: BodyPath): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return objectAt(schema.unwrap(), step === undefined ? [] : [step, ...rest]);
  }
  if (step === undefined) return schema;
  if (schema instanceof z.ZodArray) return objectAt(schema.element, rest);
  if (!(schema instanceof z.ZodObject) || !isRecord(schema.shape)) return undefined;
  const member: unknown = schema.shape[step];
  return member instanceof z.ZodType ? objectAt(member, rest) : undefined;
}
