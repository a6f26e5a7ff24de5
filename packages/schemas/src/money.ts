import type * as types from '@customer-contracts/types';
import * as z from 'zod';

import type { NamedObject } from './named-object.ts';

/**
 * A currency: exactly three characters, ISO 4217 (`USD`). Lower case is not excluded by the API.
 *
 * Source: Rebilly OpenAPI 2026-08, CurrencyCode.
 */
export const CurrencyCode: z.ZodString = z.string().length(3);
/** A currency: exactly three characters, ISO 4217 (`USD`). */
export type CurrencyCode = types.CurrencyCode;

const reportedAmount = {
  /** The merchant's reporting currency. */
  currency: CurrencyCode.exactOptional(),
  /** The amount in `currency`, in major units (12.5 is twelve and a half). */
  amount: z.number().meta({ format: 'double' }).exactOptional(),
  /** The amount in US dollars, in major units. */
  amountUsd: z.number().meta({ format: 'double' }).exactOptional(),
};

/** The schema of {@link CustomerAverageValue}. */
export interface CustomerAverageValueSchema extends NamedObject<
  typeof reportedAmount,
  z.core.$strip,
  types.CustomerAverageValue
> {}
/** What a customer's payments are worth on average. Read-only (Rebilly OpenAPI 2026-08, CustomerAverageValue). */
export const CustomerAverageValue: CustomerAverageValueSchema = z.object(reportedAmount);
/** What a customer's payments are worth on average. Read-only. */
export type CustomerAverageValue = types.CustomerAverageValue;

/** The schema of {@link CustomerLifetimeRevenue}. */
export interface CustomerLifetimeRevenueSchema extends NamedObject<
  typeof reportedAmount,
  z.core.$strip,
  types.CustomerLifetimeRevenue
> {}
/** What a customer's payments are worth in all. Read-only (Rebilly OpenAPI 2026-08, CustomerLifetimeRevenue). */
export const CustomerLifetimeRevenue: CustomerLifetimeRevenueSchema = z.object(reportedAmount);
/** What a customer's payments are worth in all. Read-only. */
export type CustomerLifetimeRevenue = types.CustomerLifetimeRevenue;
