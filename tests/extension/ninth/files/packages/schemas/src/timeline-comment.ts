import * as z from 'zod';

import { DateTime } from './date-time.ts';
import { ResourceId } from './identifier.ts';

const shape = {
  /** The id of the comment: at most 50 characters. */
  id: ResourceId,
  /** The customer that it is about. */
  customerId: ResourceId,
  /** The comment itself. */
  text: z.string(),
  /** When it was written. */
  createdTime: DateTime,
  /** The e-mail address of who wrote it; null for nobody in particular. */
  author: z.email().nullable(),
  /** The website that it was written on. */
  websiteId: ResourceId.optional(),
};

/** The schema of {@link TimelineComment}. */
export interface TimelineCommentSchema extends z.ZodObject<typeof shape, z.core.$strip> {}
/** A comment on the timeline of a customer. */
export const TimelineComment: TimelineCommentSchema = z.object(shape);
/** A comment on the timeline of a customer. */
export type TimelineComment = z.infer<typeof TimelineComment>;
