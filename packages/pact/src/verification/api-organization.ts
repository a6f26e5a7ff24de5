import { type CustomersClient, isCustomersApiError } from '@customer-contracts/client';
import { customerFixtures } from '@customer-contracts/fixtures';
import { type Customer, CustomerInput, type CustomerView, type LeadSource } from '@customer-contracts/schemas';

const complete = customerFixtures({ seed: 1 }).complete();

/** Where customers go that must not exist: the API deletes none, it merges. */
const tombstone = 'customer-contracts-tombstone';

/** An organization that is set up through the public API. */
export class ApiOrganization {
  readonly #client: CustomersClient;

  constructor(client: CustomersClient) {
    this.#client = client;
  }

  /** Creates or replaces a customer; a complete one has a lead source, too. `members` win, as far as they can be written. */
  async putCustomer(id: string, view: CustomerView, index = 0, members?: Omit<Customer, 'id'>): Promise<void> {
    await this.#client.putCustomer({ id, body: { ...bodyOf(view, index), ...writableOf(members) } });
    if (view === 'complete') await this.putLeadSource(id, view, index);
  }

  async putLeadSource(id: string, view: CustomerView, index = 0): Promise<LeadSource> {
    const body = view === 'complete' ? complete.leadSourceInputs.at(index) : {};
    return (await this.#client.putCustomerLeadSource({ id, body })).body;
  }

  async customer(id: string): Promise<Customer> {
    return (await this.#client.getCustomer({ id })).body;
  }

  async list(): Promise<readonly Customer[]> {
    return (await this.#client.getCustomerCollection()).body;
  }

  async removeCustomer(id: string): Promise<void> {
    if (!(await isThere(this.#client.getCustomer({ id })))) return;
    if (!(await isThere(this.#client.getCustomer({ id: tombstone })))) {
      await this.#client.putCustomer({ id: tombstone, body: {} });
    }
    await this.#client.deleteCustomer({ id, targetCustomerId: tombstone });
  }

  async removeLeadSource(id: string): Promise<void> {
    await isThere(this.#client.deleteCustomerLeadSource({ id }));
  }
}

/** Whether a call finds what it is about. */
async function isThere(call: Promise<unknown>): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (error) {
    if (isCustomersApiError(error, 'NotFoundError')) return false;
    throw error;
  }
}

/** What every organization takes: nothing that refers to a website, instrument, person or field that it may not have. */
function bodyOf(view: CustomerView, index: number): CustomerInput {
  if (view === 'bare') return {};
  const { locale, primaryAddress, taxNumbers, notificationEmails } = complete.inputs.at(index);
  return { locale, primaryAddress, taxNumbers, notificationEmails };
}

/** The members that a writer may send; the e-mail address and the name are part of the address there. */
function writableOf(members: Omit<Customer, 'id'> | undefined): CustomerInput {
  if (members === undefined) return {};
  const own = Object.entries(members).filter(([name]) => Object.hasOwn(CustomerInput.shape, name));
  const { email, firstName, lastName } = members;
  const address = {
    ...(typeof firstName === 'string' ? { firstName } : {}),
    ...(typeof lastName === 'string' ? { lastName } : {}),
    ...(typeof email === 'string' ? { emails: [{ label: 'main', value: email, primary: true }] } : {}),
  };
  return CustomerInput.parse({
    ...(Object.keys(address).length === 0 ? {} : { primaryAddress: address }),
    ...Object.fromEntries(own),
  });
}
