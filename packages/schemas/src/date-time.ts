import type * as types from '@customer-contracts/types';
import * as z from 'zod';

/**
 * A moment as RFC 3339 text with an offset: `2026-03-08T12:57:32Z` or `2026-03-08T12:57:32.5+00:00`.
 *
 * Source: Rebilly OpenAPI 2026-08, format `date-time`.
 */
export const DateTime: z.ZodISODateTime = z.iso.datetime({ offset: true });
/** A moment as RFC 3339 text with an offset: `2026-03-08T12:57:32Z`. */
export type DateTime = types.DateTime;
