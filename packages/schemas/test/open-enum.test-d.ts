import { openEnum, type OtherText, type Tag } from '@customer-contracts/schemas';
import { expectTypeOf, test } from 'vitest';
import type * as z from 'zod';

const Method = openEnum(['payment-card', 'paypal']);

test('the type names the known values, and takes any other text', () => {
  expectTypeOf<z.infer<typeof Method>>().toEqualTypeOf<'payment-card' | 'paypal' | OtherText>();
  expectTypeOf<Tag['type']>().toEqualTypeOf<'customer' | 'kyc-document' | 'aml-check' | OtherText>();
  const read: z.infer<typeof Method> = 'a-method-of-next-year';
  expectTypeOf(read).toExtend<string>();
});
