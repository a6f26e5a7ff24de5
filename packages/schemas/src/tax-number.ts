import type * as types from '@customer-contracts/types';
import * as z from 'zod';

import type { NamedObject } from './named-object.ts';
import { openEnum } from './open-enum.ts';

const writable = {
  /** The kind of number. */
  type: z.enum(['eu-vat', 'other']),
  /** The number itself, such as `GB980780684`. */
  value: z.string(),
  /** Whether it is the one to use where only one can be used. */
  isDefault: z.boolean().optional(),
};

const shape = {
  ...writable,
  /** The kind of number. */
  type: openEnum(writable.type.options),
  /** Whether it is the one to use where only one can be used. */
  isDefault: writable.isDefault.unwrap().exactOptional(),
  /** What the check of an EU VAT number found; null when nothing was checked. Read-only. */
  isValid: z.boolean().nullable().exactOptional(),
};

/** The schema of {@link TaxNumber}. */
export interface TaxNumberSchema extends NamedObject<typeof shape, z.core.$strip, types.TaxNumber> {}
/** A tax number of a customer, as the API answers it (Rebilly OpenAPI 2026-08, TaxNumber). */
export const TaxNumber: TaxNumberSchema = z.object(shape);
/** A tax number of a customer, as the API answers it. */
export type TaxNumber = types.TaxNumber;

/** The schema of {@link TaxNumberInput}. */
export interface TaxNumberInputSchema extends NamedObject<typeof writable, z.core.$strict, types.TaxNumberInput> {}
/** A tax number of a customer, as a careful writer sends it (Rebilly OpenAPI 2026-08, TaxNumber). */
export const TaxNumberInput: TaxNumberInputSchema = z.strictObject(writable);
/** A tax number of a customer, as a careful writer sends it. */
export type TaxNumberInput = types.TaxNumberInput;
