import { customersPact } from '@customer-contracts/pact';

/** The contract of Lead Desk. */
export const pact = customersPact({ consumer: 'lead-desk' });
