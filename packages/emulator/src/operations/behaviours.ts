import type { OperationId } from '@customer-contracts/schemas';

import type { Behaviour } from './call.ts';
import { deleteCustomerLeadSource } from './delete-customer-lead-source.ts';
import { deleteCustomer } from './delete-customer.ts';
import { getCustomerCollection } from './get-customer-collection.ts';
import { getCustomerLeadSource } from './get-customer-lead-source.ts';
import { getCustomer } from './get-customer.ts';
import { postCustomer } from './post-customer.ts';
import { putCustomerLeadSource } from './put-customer-lead-source.ts';
import { putCustomer } from './put-customer.ts';

/** What each operation of the table does. */
export const behaviours: Readonly<Record<OperationId, Behaviour>> = {
  getCustomerCollection,
  postCustomer,
  getCustomer,
  putCustomer,
  deleteCustomer,
  getCustomerLeadSource,
  putCustomerLeadSource,
  deleteCustomerLeadSource,
};
