import { nearest, shown } from '@customer-contracts/schemas/internal';
import * as z from 'zod';

import { changeKinds } from '../drift/verdicts/change-kinds.ts';
import { checkedRules } from './checked-rules.ts';
import { exemptionRules } from './exemption-rules.ts';

const interactionRules = checkedRules.map(({ id }) => id);
const exemptible = [...interactionRules, ...Object.keys(changeKinds)];
const rules = [...interactionRules, ...exemptionRules.map(({ id }) => id)];
const isDay = (text: string) => z.iso.date().safeParse(text).success;

const Setting = z.enum(['off', 'warn', 'error'], 'Give off, warn or error');

const Rules = z
  .strictObject(Object.fromEntries(rules.map((id) => [id, Setting.optional()])))
  .describe('How bad rules are, by id');

const text = (advice: string) => z.string(advice).trim().min(1, advice);

/** What an exemption of anything says beside what it is of. */
export const exemptionMembers = {
  consumer: text('Give the name of a consumer').optional().describe('Only in pacts of this consumer'),
  interaction: text('Give the description of an interaction').optional().describe('Only in this interaction'),
  member: text('Give the path of a member').optional().describe('Only at this place, and in it'),
  reason: text('Say why').describe('Why the team accepts this'),
  until: z
    .string('Give a day, such as 2026-12-31')
    .refine(isDay, 'Give a day, such as 2026-12-31')
    .meta({ format: 'date' })
    .optional()
    .describe('The last day on which it holds'),
};

const Exemption = z
  .strictObject({
    rule: z
      .enum(exemptible, {
        error: ({ input }) => {
          const meant = typeof input === 'string' ? nearest(input, exemptible) : undefined;
          return meant === undefined
            ? `Give the id of a rule, or the kind of a change of drift: ${exemptible.join(', ')}`
            : `The nearest rule is ${shown(meant)}`;
        },
      })
      .describe('The id of a rule of lint, or the kind of a change of drift'),
    ...exemptionMembers,
  })
  .describe('Findings that are left out');

/** The day on which exemptions are judged. */
export const Day: z.ZodOptional<z.ZodString> = z
  .string('Give a day, such as 2026-11-30')
  .refine(isDay, 'Give a day, such as 2026-11-30')
  .optional();

/** What a configuration says to lint, and which exemptions drift takes. */
export const lintMembers = {
  rules: Rules.optional(),
  exemptions: z.array(Exemption, 'Give a list of exemptions').optional(),
};

/** The options of `lint`. */
export const LintSettings = z.strictObject({
  ...lintMembers,
  source: z.object({ file: z.string(), text: z.string().optional() }, 'Give { file, text }').optional(),
  today: Day,
});
