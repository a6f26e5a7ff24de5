import * as z from 'zod';

import { type AnswerContent, listOf, nothing, one, problem, takes, takesNothing } from './answers.ts';
import { collectionLimits } from './collection-limits.ts';
import type { SortTerm } from './filter-fields.ts';
import { PathId } from './identifier.ts';
import type { Method } from './methods.ts';
import { type ResourceName, resources } from './resources.ts';
import type { SecurityScheme } from './security-schemes.ts';

/** What a documented answer holds: its headers by name, and its body; `undefined` where there is none. */
export interface OperationResponse {
  /** What the answer means, in words. */
  readonly description: string;
  /** The documented headers, each with the schema of its value once it is read from the wire. None is required. */
  readonly headers: Readonly<Record<string, z.ZodType>>;
  /** What the answer holds: nothing, a problem, or which resource, and whether one or a list of them. */
  readonly content: AnswerContent;
  /** The schema of the body; `undefined` where the answer has none. */
  readonly body: z.ZodType | undefined;
}

/** One operation of the API: everything that its document says, as data. */
export interface Operation {
  /** The operationId of the API's own document. */
  readonly operationId: string;
  /** What the operation does, in a few words. */
  readonly summary: string;
  /** The HTTP method. */
  readonly method: Method;
  /**
   * Whether it leaves the same behind when it is carried out twice. What only reads does; of the other methods, HTTP's word
   * is not enough: a PUT of a lead source records a new one each time. See `mayRepeat`.
   */
  readonly isRepeatable: boolean;
  /** The path template, behind `/organizations/{organizationId}` or without it. */
  readonly path: `/customers${string}`;
  /** Whether the path may end in a slash, as the official SDK sends that of the collection. */
  readonly allowsTrailingSlash: boolean;
  /** The schema of the path parameters, by name. */
  readonly pathParameters: z.ZodObject;
  /** The schema of the query, by name, decoded. Arrays are sent as one value, joined by commas. */
  readonly query: z.ZodObject;
  /** The resource that the request writes; `undefined` where the operation takes no body. */
  readonly takes: ResourceName | undefined;
  /** The schema of the request body; `undefined` where the operation takes none. */
  readonly body: z.ZodType | undefined;
  /** The security schemes that the operation accepts; one of them is enough. */
  readonly security: readonly SecurityScheme[];
  /** The documented answers, by status. */
  readonly responses: Readonly<Record<number, OperationResponse>>;
}

const none = z.strictObject({});

const customerPathShape = {
  /** The customer's id. */
  id: PathId,
};

/** `expand` and `fields`, as both reading operations of a customer take them. */
const customerQueryShape = {
  /** Names of related resources to put into `_embedded`, joined by commas: `leadSource,website`. */
  expand: z.string().optional(),
  /** Names of the members to answer with, joined by commas: `email,tags`. `id` always comes along. */
  fields: z.string().optional(),
};

const collectionQueryShape = {
  /** How many customers to answer with at most: 0 to 1000. In practice 100 when absent. */
  limit: z.int().min(0).max(collectionLimits.limit.most).optional(),
  /** How many customers to leave out first: 0 to 1000. */
  offset: z.int().min(0).max(collectionLimits.offset.most).optional(),
  /** Conditions in the API's own grammar: see `formatFilter`. */
  filter: z.string().optional(),
  /** Words to look for in the text members. */
  q: z.string().optional(),
  ...customerQueryShape,
  /** Members to sort by, the first one first; `-` before the name turns the order round. */
  sort: z.array(z.string<SortTerm>()).optional(),
};

const mergeQueryShape = {
  /** The customer that survives and receives the data. The one in the path is the duplicate, and disappears. */
  targetCustomerId: z.string().min(1),
};

// Interfaces, so that the editor finds the words of each member behind the types of the table.
/** The schema of the path of one customer. */
export interface CustomerPathSchema extends z.ZodObject<typeof customerPathShape, z.core.$strict> {}
/** The schema of the query that reads one customer. */
export interface CustomerQuerySchema extends z.ZodObject<typeof customerQueryShape, z.core.$strict> {}
/** The schema of the query that lists customers. */
export interface CollectionQuerySchema extends z.ZodObject<typeof collectionQueryShape, z.core.$strict> {}
/** The schema of the query that merges a customer. */
export interface MergeQuerySchema extends z.ZodObject<typeof mergeQueryShape, z.core.$strict> {}

const customerPath: CustomerPathSchema = z.strictObject(customerPathShape);
const customerQuery: CustomerQuerySchema = z.strictObject(customerQueryShape);
const collectionQuery: CollectionQuerySchema = z.strictObject(collectionQueryShape);
const mergeQuery: MergeQuerySchema = z.strictObject(mergeQueryShape);

const keyOrUser = ['SecretApiKey', 'JWT'] as const;
const keyUserOrApplication = ['SecretApiKey', 'JWT', 'ApplicationJWT'] as const;

const paginationHeaders = {
  'Pagination-Total': z.int().meta({ description: 'How many customers there are in all.' }),
  'Pagination-Limit': z.int().meta({ description: 'How many customers the answer has at most.' }),
  'Pagination-Offset': z.int().meta({ description: 'How many customers were left out first.' }),
};

const rateLimitHeaders = {
  'X-RateLimit-Limit': z.int().meta({ description: 'How many requests the period allows.' }),
  'X-RateLimit-Remaining': z.int().meta({ description: 'How many of them are left.' }),
};

const createdHeaders = {
  Location: z.url().meta({ description: 'Where the resource is. In practice absolute or relative.' }),
  ...rateLimitHeaders,
};

const retryHeaders = {
  'X-RateLimit-Retry-After': z.int().meta({ description: 'When to try again: Unix time in seconds, not a delay.' }),
};

const noContent = { description: 'Done; the answer has no body.', headers: rateLimitHeaders, ...nothing };
const unauthorized = { description: 'The credentials are missing or not valid.', headers: {}, ...problem(401) };
const forbidden = { description: 'The credentials may not do this.', headers: {}, ...problem(403) };
const notFound = { description: 'There is no such resource.', headers: {}, ...problem(404) };
const conflict = {
  description: 'The request conflicts with the state of the resource.',
  headers: {},
  ...problem(409),
};
const invalid = { description: 'The body breaks a rule.', headers: {}, ...problem(422) };
const tooMany = { description: 'The allowance of writes is used up.', headers: retryHeaders, ...problem(429) };

const customers = { path: '/customers', allowsTrailingSlash: true } as const;
const customer = { path: resources.customer.path, allowsTrailingSlash: false } as const;
const leadSource = { path: resources.leadSource.path, allowsTrailingSlash: false } as const;

/**
 * The operations of the Customers API, keyed by operationId in camelCase, with their documented answers.
 * Client, harness, emulator, lint, coverage and the OpenAPI document are read from this table.
 *
 * Source: Rebilly OpenAPI 2026-08. Where its text about `targetCustomerId` contradicts its own webhook and history, the
 * history counts: the target survives.
 */
export const operations = {
  getCustomerCollection: {
    operationId: 'GetCustomerCollection',
    summary: 'List customers',
    method: 'GET',
    isRepeatable: true,
    ...customers,
    pathParameters: none,
    query: collectionQuery,
    ...takesNothing,
    security: keyUserOrApplication,
    responses: {
      200: { description: 'The customers.', headers: paginationHeaders, ...listOf('customer') },
      401: unauthorized,
      403: forbidden,
    },
  },
  postCustomer: {
    operationId: 'PostCustomer',
    summary: 'Create a customer with an id made by the server',
    method: 'POST',
    isRepeatable: false,
    ...customers,
    pathParameters: none,
    query: none,
    ...takes('customer'),
    security: keyOrUser,
    responses: {
      201: { description: 'The customer was created.', headers: createdHeaders, ...one('customer') },
      401: unauthorized,
      403: forbidden,
      409: conflict,
      422: invalid,
      429: tooMany,
    },
  },
  getCustomer: {
    operationId: 'GetCustomer',
    summary: 'Get a customer',
    method: 'GET',
    isRepeatable: true,
    ...customer,
    pathParameters: customerPath,
    query: customerQuery,
    ...takesNothing,
    security: keyUserOrApplication,
    responses: {
      200: { description: 'The customer.', headers: {}, ...one('customer') },
      401: unauthorized,
      403: forbidden,
      404: notFound,
    },
  },
  putCustomer: {
    operationId: 'PutCustomer',
    summary: 'Create a customer with an id of your own, or replace it',
    method: 'PUT',
    isRepeatable: true,
    ...customer,
    pathParameters: customerPath,
    query: none,
    ...takes('customer'),
    security: keyOrUser,
    responses: {
      200: { description: 'The customer was replaced.', headers: {}, ...one('customer') },
      201: { description: 'The customer was created.', headers: createdHeaders, ...one('customer') },
      401: unauthorized,
      403: forbidden,
      409: conflict,
      422: invalid,
      429: tooMany,
    },
  },
  deleteCustomer: {
    operationId: 'DeleteCustomer',
    summary: 'Merge a duplicate customer into another, and delete it',
    method: 'DELETE',
    isRepeatable: true,
    ...customer,
    pathParameters: customerPath,
    query: mergeQuery,
    ...takesNothing,
    security: keyOrUser,
    responses: { 204: noContent, 401: unauthorized, 403: forbidden, 404: notFound, 429: tooMany },
  },
  getCustomerLeadSource: {
    operationId: 'GetCustomerLeadSource',
    summary: "Get a customer's lead source",
    method: 'GET',
    isRepeatable: true,
    ...leadSource,
    pathParameters: customerPath,
    query: none,
    ...takesNothing,
    security: keyOrUser,
    responses: {
      200: { description: 'The lead source.', headers: {}, ...one('leadSource') },
      401: unauthorized,
      403: forbidden,
      404: notFound,
    },
  },
  putCustomerLeadSource: {
    operationId: 'PutCustomerLeadSource',
    summary: 'Record a lead source for a customer',
    method: 'PUT',
    isRepeatable: false,
    ...leadSource,
    pathParameters: customerPath,
    query: none,
    ...takes('leadSource'),
    security: keyOrUser,
    responses: {
      201: { description: 'The lead source was recorded.', headers: createdHeaders, ...one('leadSource') },
      401: unauthorized,
      403: forbidden,
      422: invalid,
      429: tooMany,
    },
  },
  deleteCustomerLeadSource: {
    operationId: 'DeleteCustomerLeadSource',
    summary: "Delete a customer's lead source",
    method: 'DELETE',
    isRepeatable: true,
    ...leadSource,
    pathParameters: customerPath,
    query: none,
    ...takesNothing,
    security: keyOrUser,
    responses: { 204: noContent, 401: unauthorized, 403: forbidden, 404: notFound, 409: conflict, 429: tooMany },
  },
} as const satisfies Record<string, Operation>;
