import { PaymentMethod } from '@customer-contracts/schemas';

/**
 * A document in the form of Rebilly's own of 2026-08, written from the facts: `allOf` round a reference for the sake of a `readOnly`
 * beside it, patterns that escape more than they must, parameters at the path, security for all and for some, other operations beside.
 */
export function theirDocument(): Json {
  return {
    openapi: '3.1.1',
    info: { title: 'Rebilly API', version: 'latest', license: { name: 'Rebilly' } },
    security: [{ SecretApiKey: [] }, { JWT: [] }],
    servers: [
      { url: 'https://api-sandbox.rebilly.com/organizations/{organizationId}' },
      { url: 'https://api.rebilly.com/organizations/{organizationId}' },
    ],
    paths: {
      '/invoices/{id}': { get: { operationId: 'GetInvoice', responses: { 200: { description: 'An invoice.' } } } },
      '/customers': {
        get: {
          operationId: 'GetCustomerCollection',
          security: [{ ApplicationJWT: [] }, { JWT: [] }, { SecretApiKey: [] }],
          parameters: ['Limit', 'Offset', 'Filter', 'Query', 'Expand', 'Fields', 'Sort'].map((name) =>
            ref('parameters', `collection${name}`),
          ),
          responses: {
            200: {
              description: 'Customers.',
              headers: Object.fromEntries(
                ['Total', 'Limit', 'Offset'].map((name) => [
                  `Pagination-${name}`,
                  ref('headers', `Pagination-${name}`),
                ]),
              ),
              content: { 'application/json': { schema: { type: 'array', items: schemaRef('Customer') } } },
            },
            401: ref('responses', 'Unauthorized'),
            403: ref('responses', 'Forbidden'),
          },
        },
        post: {
          operationId: 'PostCustomer',
          requestBody: ref('requestBodies', 'Customer'),
          responses: { 201: created('Customer'), ...errors(401, 403, 409, 422, 429) },
        },
      },
      '/customers/{id}': {
        parameters: [ref('parameters', 'resourceId')],
        get: {
          operationId: 'GetCustomer',
          security: [{ SecretApiKey: [] }, { JWT: [] }, { ApplicationJWT: [] }],
          parameters: [ref('parameters', 'collectionExpand'), ref('parameters', 'collectionFields')],
          responses: { 200: ref('responses', 'Customer'), ...errors(401, 403, 404) },
        },
        put: {
          operationId: 'PutCustomer',
          requestBody: ref('requestBodies', 'Customer'),
          responses: {
            200: ref('responses', 'Customer'),
            201: created('Customer'),
            ...errors(401, 403, 409, 422, 429),
          },
        },
        delete: {
          operationId: 'DeleteCustomer',
          parameters: [{ name: 'targetCustomerId', in: 'query', required: true, schema: { type: 'string' } }],
          responses: { 204: done(), ...errors(401, 403, 404, 429) },
        },
      },
      '/customers/{id}/timeline': { get: { operationId: 'GetCustomerTimelineCollection', responses: {} } },
      '/customers/{id}/lead-source': {
        parameters: [ref('parameters', 'resourceId')],
        get: {
          operationId: 'GetCustomerLeadSource',
          responses: {
            200: { description: 'A lead source.', content: json(schemaRef('LeadSource')) },
            ...errors(401, 403, 404),
          },
        },
        put: {
          operationId: 'PutCustomerLeadSource',
          requestBody: { required: true, content: json(schemaRef('LeadSource')) },
          responses: { 201: created('LeadSource'), ...errors(401, 403, 422, 429) },
        },
        delete: {
          operationId: 'DeleteCustomerLeadSource',
          responses: { 204: done(), ...errors(401, 403, 404, 409, 429) },
        },
      },
    },
    components: {
      securitySchemes: {
        SecretApiKey: { type: 'apiKey', in: 'header', name: 'REB-APIKEY' },
        JWT: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        ApplicationJWT: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        PublishableApiKey: { type: 'apiKey', in: 'header', name: 'Authorization' },
      },
      parameters: {
        resourceId: {
          name: 'id',
          in: 'path',
          required: true,
          schema: { ...schemaRef('ResourceId'), pattern: String.raw`^[@~\-\.\w]+$` },
        },
        collectionLimit: { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 0, maximum: 1000 } },
        collectionOffset: { name: 'offset', in: 'query', schema: { type: 'integer', minimum: 0, maximum: 1000 } },
        collectionFilter: { name: 'filter', in: 'query', schema: { type: 'string' } },
        collectionQuery: { name: 'q', in: 'query', schema: { type: 'string' } },
        collectionExpand: { name: 'expand', in: 'query', schema: { type: 'string' } },
        collectionFields: { name: 'fields', in: 'query', schema: { type: 'string' } },
        collectionSort: {
          name: 'sort',
          in: 'query',
          style: 'form',
          explode: false,
          schema: { type: 'array', items: { type: 'string' } },
        },
      },
      headers: {
        'Pagination-Total': { description: 'How many.', schema: { type: 'integer', example: 332 } },
        'Pagination-Limit': { schema: { type: 'integer', example: 100 } },
        'Pagination-Offset': { schema: { type: 'integer', example: 2 } },
        Location: { schema: { type: 'string', format: 'uri' } },
        'X-RateLimit-Limit': { schema: { type: 'integer', example: 3600 } },
        'X-RateLimit-Remaining': { schema: { type: 'integer' } },
        'X-RateLimit-Retry-After': { schema: { type: 'integer', example: 1713187500 } },
      },
      requestBodies: { Customer: { required: true, content: json(schemaRef('Customer')) } },
      responses: {
        Customer: { description: 'A customer.', content: json(schemaRef('Customer')) },
        ...Object.fromEntries(
          Object.values(problems).map((name) => [name, { description: name, content: json(schemaRef(name)) }]),
        ),
        TooManyRequests: {
          description: 'Too many.',
          headers: { 'X-RateLimit-Retry-After': ref('headers', 'X-RateLimit-Retry-After') },
          content: json(schemaRef('TooManyRequests')),
        },
      },
      schemas: {
        ResourceId: { type: 'string', maxLength: 50, example: '4f6cf35x-2c4y-483z-a0a9-158621f77a21' },
        ServerTimestamp: { type: 'string', format: 'date-time', readOnly: true },
        CurrencyCode: { type: 'string', minLength: 3, maxLength: 3, example: 'USD' },
        PaymentMethod: { type: 'string', enum: PaymentMethod.options[0].options },
        ResourceCustomFields: { type: 'object', additionalProperties: true, default: {} },
        ...customerSchemas(),
        ...leadSourceSchemas(),
        ...problemSchemas(),
      },
    },
  };
}

/** An object of JSON that a test changes. */
export type Json = Record<string, unknown>;

function customerSchemas(): Json {
  const nullableId = { type: ['string', 'null'], maxLength: 50 };
  const money = { type: 'number', format: 'double' };
  const amounts = {
    type: 'object',
    readOnly: true,
    properties: { currency: schemaRef('CurrencyCode'), amount: money, amountUsd: money },
  };
  const text = (most: number) => ({
    type: ['string', 'null'],
    maxLength: most,
    pattern: String.raw`^[\u0000-\uFFFF]+$`,
  });
  return {
    Customer: {
      type: 'object',
      properties: {
        id: wrapped('ResourceId', { readOnly: true }),
        email: { type: ['string', 'null'], format: 'email', readOnly: true },
        firstName: { type: ['string', 'null'], readOnly: true },
        lastName: { type: ['string', 'null'], readOnly: true },
        websiteId: wrapped('ResourceId'),
        paymentToken: { type: 'string', writeOnly: true },
        defaultPaymentInstrument: schemaRef('PaymentInstrumentValueObject'),
        defaultPaymentInstrumentId: { ...nullableId, writeOnly: true },
        preferredPayoutInstrumentId: { ...nullableId, default: null },
        createdTime: wrapped('ServerTimestamp'),
        updatedTime: wrapped('ServerTimestamp'),
        customFields: schemaRef('ResourceCustomFields'),
        primaryAddress: { oneOf: [schemaRef('ContactObject'), { type: 'null' }] },
        company: { oneOf: [schemaRef('Company'), { type: 'null' }], readOnly: true },
        averageValue: schemaRef('CustomerAverageValue'),
        paymentCount: { type: 'integer', readOnly: true },
        lastPaymentTime: { type: ['string', 'null'], format: 'date-time', readOnly: true },
        lifetimeRevenue: schemaRef('CustomerLifetimeRevenue'),
        invoiceCount: { type: 'integer', readOnly: true },
        tags: { type: 'array', readOnly: true, items: schemaRef('Tag') },
        revision: { type: 'integer', readOnly: true },
        hasFulfilledKyc: { type: 'boolean', readOnly: true },
        organizationId: wrapped('ResourceId', { readOnly: true }),
        locale: { type: ['string', 'null'], default: null, example: 'fr-FR' },
        taxNumbers: { type: ['array', 'null'], items: schemaRef('TaxNumber') },
        leadSource: { writeOnly: true, allOf: [schemaRef('LeadSourceData')] },
        personId: nullableId,
        notificationEmails: { type: 'array', items: { type: 'string', format: 'email' } },
        _links: {
          type: 'array',
          readOnly: true,
          items: { anyOf: ['self', 'defaultPaymentInstrument', 'leadSource', 'website', 'attachments'].map(link) },
        },
        _embedded: {
          type: 'object',
          readOnly: true,
          properties: Object.fromEntries(
            ['defaultPaymentInstrument', 'website', 'leadSource'].map((name) => [name, { type: 'object' }]),
          ),
        },
      },
    },
    PaymentInstrumentValueObject: {
      type: ['object', 'null'],
      readOnly: true,
      required: ['method', 'paymentInstrumentId'],
      properties: { method: schemaRef('PaymentMethod'), paymentInstrumentId: wrapped('ResourceId') },
    },
    ContactObject: {
      type: 'object',
      properties: {
        firstName: text(45),
        lastName: text(45),
        organization: text(255),
        address: text(60),
        address2: text(60),
        city: text(45),
        region: text(45),
        country: { type: ['string', 'null'], maxLength: 2, pattern: '^[A-Z]{2}$' },
        postalCode: { type: ['string', 'null'], maxLength: 10, pattern: String.raw`^[\w\s\-]+$` },
        phoneNumbers: { type: 'array', items: contact({ type: 'string', maxLength: 50 }) },
        emails: { type: 'array', items: contact({ type: 'string', format: 'email', maxLength: 255 }) },
        dob: { type: ['string', 'null'], format: 'date' },
        jobTitle: text(255),
        hash: { type: 'string', maxLength: 40, readOnly: true },
      },
    },
    CustomerAverageValue: amounts,
    CustomerLifetimeRevenue: amounts,
    Company: {
      type: 'object',
      properties: {
        name: { type: ['string', 'null'] },
        domain: { type: 'string' },
        yearFounded: { type: ['number', 'null'], format: 'integer' },
        industry: { type: ['string', 'null'] },
        employeesCount: { type: ['number', 'null'], format: 'integer' },
        country: { type: ['string', 'null'] },
        locality: { type: ['string', 'null'] },
        _links: { type: 'array', items: link('linkedin') },
      },
    },
    Tag: {
      type: 'object',
      required: ['name', 'type'],
      properties: {
        id: wrapped('ResourceId', { readOnly: true }),
        name: { type: 'string', maxLength: 255, pattern: String.raw`^[@~\-\.\w\s+]+$`, example: 'New' },
        type: { type: 'string', enum: ['customer', 'kyc-document', 'aml-check'] },
        createdTime: wrapped('ServerTimestamp'),
        updatedTime: wrapped('ServerTimestamp'),
        _links: { type: 'array', readOnly: true, items: link('self') },
      },
    },
    TaxNumber: {
      type: 'object',
      required: ['type', 'value'],
      properties: {
        type: { type: 'string', enum: ['eu-vat', 'other'] },
        value: { type: 'string', example: 'GB980780684' },
        isDefault: { type: 'boolean' },
        isValid: { type: ['boolean', 'null'], readOnly: true },
      },
    },
  };
}

function leadSourceSchemas(): Json {
  const texts = [
    'medium',
    'source',
    'campaign',
    'term',
    'content',
    'affiliate',
    'subAffiliate',
    'salesAgent',
    'clickId',
    'path',
  ];
  return {
    LeadSourceData: {
      type: 'object',
      properties: {
        ...Object.fromEntries(texts.map((name) => [name, { type: ['string', 'null'], maxLength: 512 }])),
        referrer: { type: ['string', 'null'], format: 'uri', maxLength: 2083 },
        createdTime: wrapped('ServerTimestamp'),
        updatedTime: wrapped('ServerTimestamp'),
        _links: { type: 'array', readOnly: true, items: { anyOf: ['self', 'customer'].map(link) } },
      },
    },
    LeadSource: {
      allOf: [
        schemaRef('LeadSourceData'),
        { type: 'object', properties: { original: { readOnly: true, allOf: [schemaRef('LeadSourceData')] } } },
      ],
    },
  };
}

const problems = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  409: 'Conflict',
  422: 'ValidationError',
  429: 'TooManyRequests',
};

function problemSchemas(): Json {
  const members = {
    type: { type: 'string', format: 'uri', default: 'about:blank' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
  };
  const base = { type: 'object', additionalProperties: true, minProperties: 1, properties: members };
  const invalid = {
    invalidFields: {
      type: 'array',
      items: { type: 'object', properties: { field: { type: 'string' }, message: { type: 'string' } } },
    },
  };
  return {
    BaseProblem: base,
    ...Object.fromEntries(
      Object.entries(problems).map(([status, title]) => [
        title,
        {
          title,
          allOf: [
            schemaRef('BaseProblem'),
            {
              properties: {
                status: { minimum: Number(status), maximum: Number(status) },
                ...(title === 'ValidationError' && invalid),
              },
            },
          ],
        },
      ]),
    ),
    // A copy, in which the status may be any.
    TooManyRequests: base,
  };
}

function errors(...statuses: readonly (keyof typeof problems)[]): Json {
  return Object.fromEntries(statuses.map((status) => [status, ref('responses', problems[status])]));
}

function created(name: string): Json {
  const headers = ['Location', 'X-RateLimit-Limit', 'X-RateLimit-Remaining'];
  return {
    description: 'Created.',
    headers: Object.fromEntries(headers.map((each) => [each, ref('headers', each)])),
    content: json(schemaRef(name)),
  };
}

function done(): Json {
  const headers = ['X-RateLimit-Limit', 'X-RateLimit-Remaining'];
  return { description: 'Done.', headers: Object.fromEntries(headers.map((each) => [each, ref('headers', each)])) };
}

function link(rel: string): Json {
  return { type: 'object', properties: { href: { type: 'string' }, rel: { type: 'string', enum: [rel] } } };
}

function contact(value: Json): Json {
  return {
    type: 'object',
    required: ['label', 'value'],
    properties: { label: { type: 'string', maxLength: 45, example: 'main' }, value, primary: { type: 'boolean' } },
  };
}

function wrapped(name: string, beside: Json = {}): Json {
  return { description: `The ${name}.`, ...beside, allOf: [schemaRef(name)] };
}

function json(schema: Json): Json {
  return { 'application/json': { schema } };
}

function schemaRef(name: string): Json {
  return ref('schemas', name);
}

function ref(part: string, name: string): Json {
  return { $ref: `#/components/${part}/${name}` };
}
