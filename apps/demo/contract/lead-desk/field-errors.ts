import * as z from 'zod';

/** What a form reads of a 422: which fields are wrong, and why. */
export const FieldErrors = z.object({
  invalidFields: z.array(z.object({ field: z.string().optional(), message: z.string().optional() })).optional(),
});
