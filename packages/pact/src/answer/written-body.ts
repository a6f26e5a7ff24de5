import { Customer, CustomerInput } from '@customer-contracts/schemas';

import type { InteractionPlan } from '../plan/interaction-plan.ts';
import { isRecord, schemaNode } from '@customer-contracts/pact-files/internal';
import { fillNulls } from './fill-nulls.ts';
import { promiseOf } from '../plan/promised-body.ts';

type Body = Readonly<Record<string, unknown>>;

const noMoney: Body = { currency: 'USD', amount: 0, amountUsd: 0 };

/** What a new customer has by itself, where one that was there keeps its own. */
const newCustomer: Body = {
  revision: 1,
  averageValue: noMoney,
  lifetimeRevenue: noMoney,
  company: null,
  defaultPaymentInstrument: null,
  lastPaymentTime: null,
  paymentCount: 0,
  invoiceCount: 0,
  tags: [],
  hasFulfilledKyc: false,
};

/** The writable members of a customer, which a PUT resets when it leaves them out. */
const writable: ReadonlySet<string> = new Set(
  Object.keys(CustomerInput.shape).filter((name) => name in Customer.shape),
);

/**
 * What the API answers to a customer that was written: its own members as they are, the written ones as they were sent,
 * the rest null or absent. The person is made with the customer; the payment instrument stays unless one is named.
 */
export function writtenCustomer(plan: InteractionPlan, customer: Body): Body {
  const body = bodyOf(plan);
  const kept = Object.entries(customer).filter(([name]) => !writable.has(name) && name !== '_embedded');
  const { primaryAddress } = body;
  const sent = Object.entries(body).filter(([name]) => writable.has(name));
  const written: Body = {
    ...bodyOfEntries(kept),
    ...(plan.status === 201 ? newCustomer : {}),
    ...paymentInstrumentOf(body),
    personId: customer['personId'] ?? 'prs_0YV7DDSDD1C8DA64KHH2W33CPF',
    ...contactOf(isRecord(primaryAddress) ? primaryAddress : {}),
    ...bodyOfEntries(sent),
    ...withHash(primaryAddress, customer['primaryAddress']),
  };
  return filled(written, plan);
}

/** What the API answers to a lead source that was written: what was sent, recorded now; `original` is the first one. */
export function writtenLeadSource(plan: InteractionPlan, { createdTime, updatedTime, _links, original }: Body): Body {
  return filled({ ...bodyOf(plan), createdTime, updatedTime, _links, original }, plan);
}

/** The members that come from the address: the first primary e-mail address, else the first. */
function contactOf({ firstName = null, lastName = null, emails }: Body): Body {
  const addresses: readonly unknown[] = Array.isArray(emails) ? emails : [];
  const main = addresses.find((email) => isRecord(email) && email['primary'] === true) ?? addresses[0];
  return { firstName, lastName, email: isRecord(main) ? (main['value'] ?? null) : null };
}

/** The payment instrument that a body names; a token, which wins over an id, becomes one with an id of the server's. */
function paymentInstrumentOf({ paymentToken, defaultPaymentInstrumentId: named }: Body): Body {
  const id = typeof paymentToken === 'string' ? 'inst_0YVB8KPKNXCBR9EDX7JHSED75N' : named;
  if (id === undefined) return {};
  return { defaultPaymentInstrument: id === null ? null : { method: 'payment-card', paymentInstrumentId: id } };
}

/** The address has a hash of the server's, whatever was sent. */
function withHash(sent: unknown, own: unknown): Body {
  return isRecord(sent) && isRecord(own) ? { primaryAddress: { ...sent, hash: own['hash'] } } : {};
}

function bodyOfEntries(entries: readonly (readonly [string, unknown])[]): Body {
  return Object.fromEntries(entries);
}

function bodyOf({ call: { body } }: InteractionPlan): Body {
  return isRecord(body) ? body : {};
}

function filled(value: Body, plan: InteractionPlan): Body {
  const result = fillNulls(value, schemaNode(promiseOf(plan) ?? {}));
  return isRecord(result) ? result : value;
}
