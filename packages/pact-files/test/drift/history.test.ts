import { readShapes } from '@customer-contracts/pact-files';
import { expect, test } from 'vitest';

import { drop, objectAt, put } from './seeded-changes.ts';
import { answers, differences, requests } from './shown.ts';
import { type Json, theirDocument } from './their-document.ts';

const customer = 'components.schemas.Customer.properties';
const one = ['paths', '/customers/{id}'];
const leadSource = ['paths', '/customers/{id}/lead-source'];
const writes = ['postCustomer 201', 'putCustomer 201', 'putCustomerLeadSource 201'];
const deletions = ['deleteCustomer 204', 'deleteCustomerLeadSource 204'];

/** What the API changed on a day: how the document was before, and what is to be told of it. */
interface Dated {
  readonly date: string;
  readonly before: (document: Json) => void;
  readonly expected: readonly string[];
}

const history: readonly Dated[] = [
  {
    date: '2017-01, deleting a lead source',
    before: (document) => drop(document, [...leadSource, 'delete']),
    expected: ['deleteCustomerLeadSource request operation-added'],
  },
  {
    date: '2018-05, 409 on POST and PUT',
    before: (document) => {
      drop(document, ['paths', '/customers', 'post', 'responses', '409']);
      drop(document, [...one, 'put', 'responses', '409']);
    },
    expected: ['postCustomer 409 status-added', 'putCustomer 409 status-added'],
  },
  {
    date: '2019-03, the merge',
    before: (document) => drop(document, [...one, 'delete']),
    expected: ['deleteCustomer request operation-added'],
  },
  {
    date: '2020-03, a lead source is PUT again',
    before: (document) => {
      const { put: operation } = objectAt(document, leadSource);
      put(document, [...leadSource, 'post'], { ...Object(operation), operationId: 'PostCustomerLeadSource' });
      drop(document, [...leadSource, 'put']);
    },
    expected: ['postCustomerLeadSource request operation-removed', 'putCustomerLeadSource request operation-added'],
  },
  {
    date: '2020-11-19, the version leaves the path',
    before: (document) => put(document, 'servers', [{ url: 'https://api-sandbox.rebilly.com/v2.1' }]),
    expected: [],
  },
  {
    date: '2021-08-04, the headers of the rate go',
    before: (document) =>
      put(document, ['paths', '/customers', 'get', 'responses', '200', 'headers', 'Rate-Limit-Limit'], {
        schema: { type: 'integer' },
      }),
    expected: ['getCustomerCollection 200 Rate-Limit-Limit header-removed'],
  },
  {
    date: '2022-01-19, the type of a tag',
    before: (document) => {
      drop(document, 'components.schemas.Tag.properties.type');
      put(document, 'components.schemas.Tag.required', ['name']);
    },
    expected: answers('tags[].type', 'member-added'),
  },
  {
    date: '2022-02-16, Organization-Id goes',
    before: (document) => {
      const parameter = {
        name: 'Organization-Id',
        in: 'header',
        deprecated: true,
        schema: { type: 'string', maxLength: 50 },
      };
      for (const path of ['/customers', '/customers/{id}', '/customers/{id}/lead-source']) {
        const isFirst = !('parameters' in objectAt(document, ['paths', path]));
        const others = isFirst ? [] : Object.values(objectAt(document, ['paths', path, 'parameters']));
        put(document, ['paths', path, 'parameters'], [...others, parameter]);
      }
    },
    expected: [
      'deleteCustomer',
      'deleteCustomerLeadSource',
      'getCustomer',
      'getCustomerCollection',
      'getCustomerLeadSource',
      'postCustomer',
      'putCustomer',
      'putCustomerLeadSource',
    ].map((id) => `${id} request Organization-Id parameter-removed`),
  },
  {
    date: '2022-02-23, the day of birth',
    before: (document) => drop(document, 'components.schemas.ContactObject.properties.dob'),
    expected: [...answers('primaryAddress.dob', 'member-added'), ...requests('primaryAddress.dob', 'member-added')],
  },
  {
    date: '2022-05-05, hasFulfilledKyc',
    before: (document) => drop(document, `${customer}.hasFulfilledKyc`),
    expected: answers('hasFulfilledKyc', 'member-added'),
  },
  {
    date: '2022-08-03, Location on 201',
    before: (document) => {
      for (const path of [
        ['paths', '/customers', 'post'],
        [...one, 'put'],
        [...leadSource, 'put'],
      ])
        drop(document, [...path, 'responses', '201', 'headers', 'Location']);
    },
    expected: writes.map((cell) => `${cell} Location header-added`),
  },
  {
    date: '2022-12-22, the minimum of links goes, and what must be in one',
    before: (document) => {
      put(document, `${customer}._links.minItems`, 3);
      put(document, `${customer}._links.items`, {
        allOf: [{ anyOf: objectAt(document, `${customer}._links.items`)['anyOf'] }, { required: ['href', 'rel'] }],
      });
    },
    expected: [
      ...answers('_links', 'limit-changed'),
      ...answers('_links[].href', 'became-optional'),
      ...answers('_links[].rel', 'became-optional'),
    ],
  },
  {
    date: '2023-01-11, organizationId',
    before: (document) => drop(document, `${customer}.organizationId`),
    expected: answers('organizationId', 'member-added'),
  },
  {
    date: '2023-01-21, _embedded becomes an object',
    before: (document) =>
      put(document, `${customer}._embedded`, {
        type: 'array',
        minItems: 1,
        readOnly: true,
        items: { anyOf: [{ type: 'object', properties: { leadSource: { type: 'object' } } }] },
      }),
    expected: answers('_embedded', 'type-changed'),
  },
  {
    date: '2023-02-17, all lengths of a lead source are 512',
    before: (document) => put(document, 'components.schemas.LeadSourceData.properties.path.maxLength', 255),
    expected: [
      'getCustomerLeadSource 200 original.path limit-changed',
      'getCustomerLeadSource 200 path limit-changed',
      'putCustomerLeadSource 201 original.path limit-changed',
      'putCustomerLeadSource 201 path limit-changed',
      'putCustomerLeadSource request path limit-changed',
      ...requests('leadSource.path', 'limit-changed'),
    ],
  },
  {
    date: '2023-02-23, taxNumbers',
    before: (document) => drop(document, `${customer}.taxNumbers`),
    expected: [...answers('taxNumbers', 'member-added'), ...requests('taxNumbers', 'member-added')],
  },
  {
    date: '2023-08-01, the most of offset',
    before: (document) => drop(document, 'components.parameters.collectionOffset.schema.maximum'),
    expected: ['getCustomerCollection request offset limit-changed'],
  },
  {
    date: '2023-11-13, OpenAPI 3.1',
    before: (document) =>
      put(document, `${customer}.email`, { type: 'string', format: 'email', nullable: true, readOnly: true }),
    expected: [],
  },
  {
    date: '2024-05-14, the headers of the rate come again',
    before: (document) => {
      for (const path of [
        [...one, 'delete'],
        [...leadSource, 'delete'],
      ])
        drop(document, [...path, 'responses', '204', 'headers']);
    },
    expected: deletions.flatMap((cell) =>
      ['Limit', 'Remaining'].map((name) => `${cell} X-RateLimit-${name} header-added`),
    ),
  },
  {
    date: '2025-07-11, more is embedded',
    before: (document) => drop(document, `${customer}._embedded.properties.website`),
    expected: answers('_embedded.website', 'member-added'),
  },
  {
    date: '2025-09-03, leadSource can be sent with a customer',
    before: (document) => drop(document, `${customer}.leadSource`),
    expected: requests('leadSource', 'member-added'),
  },
  {
    date: '2025-12-15, the patterns of a contact are wide',
    before: (document) =>
      put(document, 'components.schemas.ContactObject.properties.city.pattern', String.raw`^[\w\s\-\pL,.']+$`),
    expected: ['format-changed', 'limit-changed'].flatMap((kind) => [
      ...answers('primaryAddress.city', kind),
      ...requests('primaryAddress.city', kind),
    ]),
  },
  {
    date: '2026-05-06, isEddRequired goes',
    before: (document) => put(document, `${customer}.isEddRequired`, { type: 'boolean', default: false }),
    expected: [...answers('isEddRequired', 'member-removed'), ...requests('isEddRequired', 'member-removed')],
  },
  {
    date: '2026-08-18, defaultPaymentInstrument is read-only',
    before: (document) => drop(document, 'components.schemas.PaymentInstrumentValueObject.readOnly'),
    expected: requests('defaultPaymentInstrument', 'member-removed'),
  },
];

test.each(history)('tells what changed on $date', ({ before, expected }) => {
  const document = theirDocument();
  before(document);
  expect(differences(shapeOf(document), shapeOf(theirDocument()))).toEqual(expected.toSorted());
});

function shapeOf(document: Json) {
  return readShapes(JSON.stringify(document), 'openapi.json');
}
