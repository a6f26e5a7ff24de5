import type { FilterTerm, ParsedClause } from '@customer-contracts/schemas';

const is = (value: string): FilterTerm => ({ kind: 'literal', negated: false, value });
const isNot = (value: string): FilterTerm => ({ kind: 'literal', negated: true, value });
const between = (from: string, to: string): FilterTerm => ({ kind: 'range', negated: false, from, to });
const since = (from: string): FilterTerm => ({ kind: 'range', negated: false, from });
const until = (to: string): FilterTerm => ({ kind: 'range', negated: false, to });
const clause = (field: string, ...terms: FilterTerm[]): ParsedClause => ({ field, terms });

/** Every filter of the API's worked examples, and what it means. */
export const workedFilters: readonly { text: string; clauses: ParsedClause[] }[] = [
  { text: 'firstName:John', clauses: [clause('firstName', is('John'))] },
  { text: 'firstName:John,Bob', clauses: [clause('firstName', is('John'), is('Bob'))] },
  { text: 'firstName:John;lastName:Doe', clauses: [clause('firstName', is('John')), clause('lastName', is('Doe'))] },
  { text: 'firstName:!John', clauses: [clause('firstName', isNot('John'))] },
  { text: 'firstName:!John,!Bob', clauses: [clause('firstName', isNot('John'), isNot('Bob'))] },
  { text: 'primaryAddress.country:US,CA', clauses: [clause('primaryAddress.country', is('US'), is('CA'))] },
  { text: 'paymentCount:1..10', clauses: [clause('paymentCount', between('1', '10'))] },
  { text: 'paymentCount:1..', clauses: [clause('paymentCount', since('1'))] },
  { text: 'invoiceCount:..0', clauses: [clause('invoiceCount', until('0'))] },
  { text: 'invoiceCount:0', clauses: [clause('invoiceCount', is('0'))] },
  { text: 'createdTime:2021-02-14T13:30:00Z', clauses: [clause('createdTime', is('2021-02-14T13:30:00Z'))] },
  {
    text: 'createdTime:2021-01-01T00:00:00Z..2021-12-31T23:59:59Z',
    clauses: [clause('createdTime', between('2021-01-01T00:00:00Z', '2021-12-31T23:59:59Z'))],
  },
  {
    text: 'lastPaymentTime:2026-01-01T00:00:00Z..',
    clauses: [clause('lastPaymentTime', since('2026-01-01T00:00:00Z'))],
  },
  { text: 'email:bob@example.com', clauses: [clause('email', is('bob@example.com'))] },
  {
    text: 'email:bob@example.com;firstName:Bob;lastName:Smith',
    clauses: [clause('email', is('bob@example.com')), clause('firstName', is('Bob')), clause('lastName', is('Smith'))],
  },
  {
    text: 'primaryAddress.country:@sanctioned',
    clauses: [clause('primaryAddress.country', { kind: 'list', negated: false, name: 'sanctioned' })],
  },
  {
    text: 'primaryAddress.country:!@sanctioned',
    clauses: [clause('primaryAddress.country', { kind: 'list', negated: true, name: 'sanctioned' })],
  },
  {
    text: 'hasFulfilledKyc:true;lifetimeRevenue.amount:1000..',
    clauses: [clause('hasFulfilledKyc', is('true')), clause('lifetimeRevenue.amount', since('1000'))],
  },
  { text: 'customFields.vip:true', clauses: [clause('customFields.vip', is('true'))] },
  {
    text: 'websiteId:web_A,web_B;createdTime:..2024-01-01T00:00:00Z',
    clauses: [clause('websiteId', is('web_A'), is('web_B')), clause('createdTime', until('2024-01-01T00:00:00Z'))],
  },
];
