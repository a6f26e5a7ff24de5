import { customersPact } from '@customer-contracts/pact';

/** The contract of the official SDK, as Lead Desk uses it. */
export const pact = customersPact({ consumer: 'rebilly-js-sdk' });
