import { Customer, Tag, TaxNumber, TaxNumberInput, openEnum } from '@customer-contracts/schemas';
import openapi from '@customer-contracts/schemas/openapi.json' with { type: 'json' };
import { expect, test } from 'vitest';
import * as z from 'zod';

const Method = openEnum(['payment-card', 'paypal']);

test('takes the known values and any other text, and nothing that is no text', () => {
  expect(Method.parse('paypal')).toBe('paypal');
  expect(Method.parse('method-of-next-year')).toBe('method-of-next-year');
  expect(Method.safeParse(5).error?.issues).toMatchObject([{ message: 'Must be text' }]);
  expect(Method.safeParse(null).success).toBe(false);
});

test('lists the known values, in JSON Schema too', () => {
  expect(Method.options[0].options).toEqual(['payment-card', 'paypal']);
  expect(z.toJSONSchema(Method)).toMatchObject({
    anyOf: [{ type: 'string', enum: ['payment-card', 'paypal'] }, { type: 'string' }],
  });
});

test('an answer may have a value that the API has added, and what is sent may not', () => {
  const tag = { name: 'New', type: 'lead' };
  const number = { type: 'us-ein', value: '12-3456789' };
  const links = [{ rel: 'invoices' }];
  const defaultPaymentInstrument = { method: 'pay-by-thought', paymentInstrumentId: 'inst_01' };

  expect(Tag.parse(tag)).toEqual(tag);
  expect(TaxNumber.parse(number)).toEqual(number);
  expect(TaxNumberInput.safeParse(number).success).toBe(false);
  expect(Customer.parse({ id: 'cus_01', _links: links, defaultPaymentInstrument })).toEqual({
    id: 'cus_01',
    _links: links,
    defaultPaymentInstrument,
  });
});

test('the OpenAPI document lists the values, as the API’s own does', () => {
  const { Tag: tag, TaxNumber: number, PaymentMethod: method } = openapi.components.schemas;

  expect(tag.properties.type).toMatchObject({ type: 'string', enum: ['customer', 'kyc-document', 'aml-check'] });
  expect(number.properties.type).toMatchObject({ type: 'string', enum: ['eu-vat', 'other'] });
  expect(method.enum).toHaveLength(199);
});
