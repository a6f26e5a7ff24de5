import * as z from 'zod';

import { Day, lintMembers } from '../../lint/lint-settings.ts';

/** The options of `drift`. A shape was checked when it was read. */
export const DriftSettings: z.ZodObject = z.strictObject({
  base: z.looseObject({ source: z.looseObject({}), operations: z.looseObject({}) }, 'Give what was read').optional(),
  exemptions: lintMembers.exemptions,
  today: Day,
});
