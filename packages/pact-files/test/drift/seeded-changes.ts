import { answers, requests } from './shown.ts';
import type { Json } from './their-document.ts';

/** A change that is made to a document, and all that differs then. */
export interface SeededChange {
  readonly name: string;
  readonly change: (document: Json) => void;
  readonly expected: readonly string[];
  /** What differs the other way round, where it is not the opposite of each. */
  readonly turned?: readonly string[];
}

const customer = 'components.schemas.Customer.properties';
const contact = 'components.schemas.ContactObject.properties';
const one = ['paths', '/customers/{id}'];

/** What can change, one at a time, in requests and answers. */
export const seededChanges: readonly SeededChange[] = [
  {
    name: 'an operation goes',
    change: (document) => drop(document, ['paths', '/customers/{id}/lead-source', 'delete']),
    expected: ['deleteCustomerLeadSource request operation-removed'],
  },
  {
    name: 'an operation comes',
    change: (document) => put(document, [...one, 'patch'], { operationId: 'PatchCustomer', responses: {} }),
    expected: ['patchCustomer request operation-added'],
  },
  {
    name: 'an answered value comes',
    change: (document) => add(document, 'components.schemas.Tag.properties.type.enum', 'order'),
    expected: answers('tags[].type', 'enum-value-added'),
  },
  {
    name: 'a value that is sent and answered goes',
    change: (document) => put(document, 'components.schemas.TaxNumber.properties.type.enum', ['other']),
    expected: [
      ...answers('taxNumbers[].type', 'enum-value-removed'),
      ...requests('taxNumbers[].type', 'enum-value-removed'),
    ],
  },
  {
    name: 'payment methods come',
    change: (document) => add(document, 'components.schemas.PaymentMethod.enum', 'NewPay', 'NewerPay'),
    expected: answers('defaultPaymentInstrument.method', 'enum-value-added'),
  },
  {
    name: 'a list of values goes',
    change: (document) => drop(document, 'components.schemas.Tag.properties.type.enum'),
    expected: answers('tags[].type', 'enum-value-added'),
  },
  {
    name: 'null goes from an answer',
    change: (document) => put(document, `${customer}.email.type`, 'string'),
    expected: answers('email', 'no-longer-nullable'),
  },
  {
    name: 'null comes to what is sent and answered',
    change: (document) => put(document, `${customer}.websiteId`, { type: ['string', 'null'], maxLength: 50 }),
    expected: [...answers('websiteId', 'became-nullable'), ...requests('websiteId', 'became-nullable')],
  },
  {
    name: 'an object may be null no more',
    change: (document) => put(document, `${customer}.primaryAddress`, { $ref: '#/components/schemas/ContactObject' }),
    expected: [...answers('primaryAddress', 'no-longer-nullable'), ...requests('primaryAddress', 'no-longer-nullable')],
  },
  {
    name: 'a member must be there',
    change: (document) => put(document, 'components.schemas.Customer.required', ['email', 'websiteId']),
    expected: [
      ...answers('email', 'became-required'),
      ...answers('websiteId', 'became-required'),
      ...requests('websiteId', 'became-required'),
    ],
  },
  {
    name: 'a member inside may be left out',
    change: (document) => put(document, `${contact}.emails.items.required`, ['value']),
    expected: [
      ...answers('primaryAddress.emails[].label', 'became-optional'),
      ...requests('primaryAddress.emails[].label', 'became-optional'),
    ],
  },
  {
    name: 'an answered member comes',
    change: (document) => put(document, `${customer}.riskScore`, { type: 'integer', readOnly: true }),
    expected: answers('riskScore', 'member-added'),
  },
  {
    name: 'a member comes that is sent and answered',
    change: (document) => put(document, `${customer}.nickname`, { type: 'string' }),
    expected: [...answers('nickname', 'member-added'), ...requests('nickname', 'member-added')],
  },
  {
    name: 'an answered member goes',
    change: (document) => drop(document, `${customer}.company`),
    expected: answers('company', 'member-removed'),
  },
  {
    name: 'a sent member goes',
    change: (document) => drop(document, `${customer}.paymentToken`),
    expected: requests('paymentToken', 'member-removed'),
  },
  {
    name: 'a member becomes read-only',
    change: (document) => put(document, `${customer}.locale.readOnly`, true),
    expected: requests('locale', 'member-removed'),
  },
  {
    name: 'a member becomes write-only',
    change: (document) => put(document, `${customer}.locale.writeOnly`, true),
    expected: answers('locale', 'member-removed'),
  },
  {
    name: 'a type changes',
    change: (document) => put(document, `${customer}.revision.type`, 'string'),
    expected: answers('revision', 'type-changed'),
  },
  {
    name: 'an integer becomes a number',
    change: (document) => put(document, `${customer}.paymentCount.type`, 'number'),
    expected: answers('paymentCount', 'type-changed'),
  },
  {
    name: 'a type comes beside another',
    change: (document) => put(document, `${customer}.customFields`, { type: ['object', 'array'] }),
    expected: [...answers('customFields', 'type-changed'), ...requests('customFields', 'type-changed')],
  },
  {
    name: 'an object becomes a list',
    change: (document) => put(document, `${customer}._embedded`, { type: 'array', readOnly: true, items: {} }),
    expected: answers('_embedded', 'type-changed'),
  },
  {
    name: 'what other members are is said',
    change: (document) =>
      put(document, 'components.schemas.ResourceCustomFields.additionalProperties', { type: 'string' }),
    expected: [...answers('customFields.*', 'type-changed'), ...requests('customFields.*', 'type-changed')],
  },
  {
    name: 'other members are refused',
    change: (document) => put(document, 'components.schemas.Company.additionalProperties', false),
    expected: answers('company', 'limit-changed'),
  },
  {
    name: 'a format changes',
    change: (document) => put(document, 'components.schemas.LeadSourceData.properties.referrer.format', 'url'),
    expected: [
      ...['getCustomerLeadSource 200', 'putCustomerLeadSource request', 'putCustomerLeadSource 201'].map(
        (place) => `${place} referrer format-changed`,
      ),
      ...['getCustomerLeadSource 200', 'putCustomerLeadSource 201'].map(
        (place) => `${place} original.referrer format-changed`,
      ),
      ...requests('leadSource.referrer', 'format-changed'),
    ],
  },
  {
    name: 'the format of elements goes',
    change: (document) => drop(document, `${customer}.notificationEmails.items.format`),
    expected: [
      ...answers('notificationEmails[]', 'format-changed'),
      ...requests('notificationEmails[]', 'format-changed'),
    ],
  },
  {
    name: 'a pattern changes',
    change: (document) => put(document, `${contact}.country.pattern`, '^[A-Za-z]{2}$'),
    expected: [
      ...answers('primaryAddress.country', 'format-changed'),
      ...requests('primaryAddress.country', 'format-changed'),
    ],
  },
  {
    name: 'a length changes',
    change: (document) => put(document, `${contact}.city.maxLength`, 60),
    expected: [...answers('primaryAddress.city', 'limit-changed'), ...requests('primaryAddress.city', 'limit-changed')],
  },
  {
    name: 'a list must have elements',
    change: (document) => put(document, `${customer}._links.minItems`, 3),
    expected: answers('_links', 'limit-changed'),
  },
  {
    name: 'a number must be more than a limit',
    change: (document) => put(document, `${customer}.invoiceCount.exclusiveMinimum`, 0),
    expected: answers('invoiceCount', 'limit-changed'),
  },
  {
    name: 'a status comes',
    change: (document) =>
      put(document, ['paths', '/customers', 'get', 'responses', '429'], {
        $ref: '#/components/responses/TooManyRequests',
      }),
    expected: ['getCustomerCollection 429 status-added'],
  },
  {
    name: 'a status goes',
    change: (document) => drop(document, ['paths', '/customers', 'post', 'responses', '409']),
    expected: ['postCustomer 409 status-removed'],
  },
  {
    name: 'a header comes',
    change: (document) =>
      put(document, 'components.responses.Customer.headers', { ETag: { schema: { type: 'string' } } }),
    expected: ['getCustomer 200 ETag header-added', 'putCustomer 200 ETag header-added'],
  },
  {
    name: 'a header goes',
    change: (document) =>
      drop(document, ['paths', '/customers', 'get', 'responses', '200', 'headers', 'Pagination-Total']),
    expected: ['getCustomerCollection 200 Pagination-Total header-removed'],
  },
  {
    name: 'a header changes its type',
    change: (document) => put(document, ['components', 'headers', 'X-RateLimit-Limit', 'schema', 'type'], 'string'),
    expected: [
      'postCustomer 201',
      'putCustomer 201',
      'deleteCustomer 204',
      'putCustomerLeadSource 201',
      'deleteCustomerLeadSource 204',
    ].map((cell) => `${cell} X-RateLimit-Limit type-changed`),
  },
  {
    name: 'a parameter of a path comes for its operations',
    change: (document) =>
      add(document, [...one, 'parameters'], { name: 'Organization-Id', in: 'header', schema: { type: 'string' } }),
    expected: ['getCustomer', 'putCustomer', 'deleteCustomer'].map(
      (id) => `${id} request Organization-Id parameter-added`,
    ),
  },
  {
    name: 'a parameter goes',
    change: (document) => remove(document, ['paths', '/customers', 'get', 'parameters'], 3),
    expected: ['getCustomerCollection request q parameter-removed'],
  },
  {
    name: 'a parameter must be sent',
    change: (document) => put(document, 'components.parameters.collectionFields.required', true),
    expected: ['getCustomerCollection', 'getCustomer'].map((id) => `${id} request fields parameter-required`),
    turned: ['getCustomerCollection', 'getCustomer'].map((id) => `${id} request fields became-optional`),
  },
  {
    name: 'a parameter has another limit',
    change: (document) => drop(document, 'components.parameters.collectionOffset.schema.maximum'),
    expected: ['getCustomerCollection request offset limit-changed'],
  },
  {
    name: 'a parameter has another type',
    change: (document) => put(document, 'components.parameters.collectionSort.schema', { type: 'string' }),
    expected: ['getCustomerCollection request sort type-changed'],
  },
  {
    name: 'a credential goes',
    change: (document) => put(document, [...one, 'get', 'security'], [{ SecretApiKey: [] }, { JWT: [] }]),
    expected: ['getCustomer request security-changed'],
  },
  {
    name: 'no credential need be sent',
    change: (document) => put(document, [...one, 'delete', 'security'], [{ SecretApiKey: [] }, { JWT: [] }, {}]),
    expected: ['deleteCustomer request security-changed'],
  },
  {
    name: 'no credential is asked for',
    change: (document) => put(document, [...one, 'delete', 'security'], [{}]),
    expected: ['deleteCustomer request security-changed'],
  },
  {
    name: 'a body may be left out',
    change: (document) => put(document, 'components.requestBodies.Customer.required', false),
    expected: requests('', 'became-optional'),
  },
  {
    name: 'an answer has no body',
    change: (document) =>
      drop(document, ['paths', '/customers/{id}/lead-source', 'get', 'responses', '200', 'content']),
    expected: ['getCustomerLeadSource 200 member-removed'],
  },
  {
    name: 'a problem has another member',
    change: (document) => put(document, 'components.schemas.NotFound.properties', { error: { type: 'string' } }),
    expected: ['getCustomer', 'deleteCustomer', 'getCustomerLeadSource', 'deleteCustomerLeadSource'].map(
      (id) => `${id} 404 error member-added`,
    ),
  },
];

type Path = string | readonly string[];

/** Sets what stands at a path. */
export function put(document: Json, path: Path, value: unknown): void {
  const [holder, name] = holderOf(document, path);
  holder[name] = value;
}

/** Removes what stands at a path. */
export function drop(document: Json, path: Path): void {
  const [holder, name] = holderOf(document, path);
  if (!(name in holder)) throw new Error(`Nothing stands at ${String(path)}.`);
  delete holder[name];
}

function add(document: Json, path: Path, ...values: readonly unknown[]): void {
  put(document, path, [...listAt(document, path), ...values]);
}

function remove(document: Json, path: Path, index: number): void {
  put(document, path, listAt(document, path).toSpliced(index, 1));
}

function listAt(document: Json, path: Path): readonly unknown[] {
  const [holder, name] = holderOf(document, path);
  const list = holder[name];
  if (!Array.isArray(list)) throw new Error(`No list stands at ${String(path)}.`);
  return list;
}

/** The object at a path. */
export function objectAt(document: Json, path: Path): Json {
  const [holder, name] = holderOf(document, path);
  const found = holder[name];
  if (!isJson(found)) throw new Error(`No object stands at ${String(path)}.`);
  return found;
}

function holderOf(document: Json, path: Path): readonly [holder: Json, name: string] {
  const steps = typeof path === 'string' ? path.split('.') : path;
  let holder: Json = document;
  for (const step of steps.slice(0, -1)) {
    const next = holder[step];
    if (!isJson(next)) throw new Error(`No object stands at ${step} of ${String(path)}.`);
    holder = next;
  }
  return [holder, steps.at(-1) ?? ''];
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}
