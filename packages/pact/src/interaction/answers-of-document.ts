import { defineInteraction } from '../contract/define-interaction.ts';
import type { InteractionDefinition } from '../contract/interaction-definition.ts';
import { anyText } from '../contract/response-headers.ts';
import type { TriedDocument } from '../api/tried-document.ts';
import type { PlannedVariant, ResolvedInteraction } from '../plan/resolve-interaction.ts';
import { witnesses } from '../proof/witnesses.ts';

/** An answer that a document allows and the table doesn't. */
export interface NewAnswer {
  /** What the document says, as a sentence about a member: `email may be null`. */
  readonly claim: string;
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
  const [first, ...others]: readonly unknown[] = Array.isArray(body) ? body : [body];
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
      claim: `${member === '' ? 'the body' : member} ${claim}`,
      definition: defineInteraction(interaction, planned, Array.isArray(body) ? [changed, ...others] : changed),
    }));
  const ofHeaders = headers.flatMap((name) => {
    const { news = [] } = tried.header(cell, name, '') ?? {};
    return news.map(({ claim, value }) => ({
      claim: `header ${name} ${claim}`,
      definition: withHeader(usual, name, String(value)),
    }));
  });
  return [...ofBody, ...ofHeaders];
}

function withHeader(definition: InteractionDefinition, name: string, value: string): InteractionDefinition {
  const { response } = definition;
  return { ...definition, response: { ...response, headers: new Map([...response.headers, [name, anyText(value)]]) } };
}
