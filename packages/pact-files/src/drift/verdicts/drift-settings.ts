import * as z from 'zod';

import { Day, lintMembers } from '../../lint/lint-settings.ts';

/** The options of `drift`, apart from the shape that is its base. */
export const DriftSettings: z.ZodObject = z.strictObject({ exemptions: lintMembers.exemptions, today: Day });
