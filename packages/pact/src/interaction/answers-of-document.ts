import { isList } from '@customer-contracts/pact-files/internal';

import type { BodyChange } from '../api/fit-body.ts';
import { isNear } from '../api/member-path.ts';
import type { TriedDocument } from '../api/tried-document.ts';
import { defineInteraction } from '../contract/define-interaction.ts';
import { readMembers } from '../contract/describe-interaction.ts';
import type { InteractionDefinition } from '../contract/interaction-definition.ts';
import { anyText } from '../contract/response-headers.ts';
import type { PlannedVariant, ResolvedInteraction } from '../plan/resolve-interaction.ts';
import { witnesses } from '../proof/witnesses.ts';

/** An answer that a document allows and the table doesn't. */
export interface NewAnswer {
  /** The member or header, and what the document says of it: `may be null`. */
  readonly change: BodyChange;
  readonly definition: InteractionDefinition;
}

/**
 * The answers that the document of a run allows and the table doesn't: the complete one, with one member or header changed
 * at a time, among those that are read. Of an answer without a schema everything is.
 */
export function newAnswers(
  interaction: ResolvedInteraction,
  tried: TriedDocument,
  planned: PlannedVariant,
  body: unknown,
): readonly NewAnswer[] {
  const { cell, documented, reader, headers } = interaction;
  const usual = defineInteraction(interaction, planned, body);
  const [first, ...others]: readonly unknown[] = isList(body) ? body : [body];
  const found =
    documented === undefined || first === undefined
      ? []
      : witnesses(reader ?? documented.resource, documented.resource, first, {
          isStrict: true,
          closed: new Map(),
          readsUnsaid: true,
        });
  const ofBody = found
    .filter(({ isOfTomorrow, member, value }) => !isOfTomorrow && tried.isNew(cell, member, value))
    .filter(({ member, value }) => value === undefined || tried.allows(cell, member, value))
    .map(({ member, claim, body: changed }) => ({
      change: { member, claim },
      definition: defineInteraction(interaction, planned, isList(body) ? [changed, ...others] : changed),
    }));
  const ofHeaders = headers.flatMap((name) => {
    const { news = [] } = tried.header(cell, name, '') ?? {};
    return news.map(({ claim, value }) => ({
      change: { member: `header ${name}`, claim },
      definition: withHeader(usual, name, String(value)),
    }));
  });
  return [...ofBody, ...ofHeaders];
}

function withHeader(definition: InteractionDefinition, name: string, value: string): InteractionDefinition {
  const { response } = definition;
  return { ...definition, response: { ...response, headers: new Map([...response.headers, [name, anyText(value)]]) } };
}

/** More changes than these are no help. */
const shownChanges = 5;

/** What a document says of an answer, in words, as far as it is read: `email may be null; tags[].name is "X"`. */
export function changesInWords(changes: readonly BodyChange[], { reader }: ResolvedInteraction): string {
  const read = reader === undefined ? [] : readMembers(reader);
  const [first] = changes;
  const told = changes.filter(
    (each, index) =>
      (read.length === 0 || each.member.startsWith('header ') || read.some((member) => isNear(member, each.member))) &&
      (index === 0 || first === undefined || !isNear(first.member, each.member)),
  );
  const words = told.slice(0, shownChanges).map(({ member, claim }) => `${member || 'the body'} ${claim}`);
  const more = told.length - shownChanges;
  return [...words, ...(more > 0 ? [`${more} more changes`] : [])].join('; ');
}
