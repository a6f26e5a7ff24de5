import type * as types from '@customer-contracts/types';
import * as z from 'zod';

import { links } from './links.ts';
import type { NamedObject } from './named-object.ts';

const shape = {
  /** The name of the company. */
  name: z.string().nullable().exactOptional(),
  /** The company's domain. */
  domain: z.string().exactOptional(),
  /** The year in which it was founded. The API promises a number, not an integer. */
  yearFounded: z.number().nullable().exactOptional(),
  /** The industry that it works in. */
  industry: z.string().nullable().exactOptional(),
  /** How many people work there. The API promises a number, not an integer. */
  employeesCount: z.number().nullable().exactOptional(),
  /** The country that it is in. */
  country: z.string().nullable().exactOptional(),
  /** The town that it is in. */
  locality: z.string().nullable().exactOptional(),
  /** Links to related resources. */
  _links: links(['linkedin']).exactOptional(),
};

/** The schema of {@link Company}. */
export interface CompanySchema extends NamedObject<typeof shape, z.core.$strip, types.Company> {}
/** The company that the API found for a customer, a paid feature. Read-only (Rebilly OpenAPI 2026-08, Company). */
export const Company: CompanySchema = z.object(shape);
/** The company that the API found for a customer, a paid feature. Read-only. */
export type Company = types.Company;
