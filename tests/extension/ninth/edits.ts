import type { Edit } from '../src/extend.ts';

/** `getCustomerTimelineComments`: a list of a resource that the API's table doesn't have. */
export const edits: readonly Edit[] = [
  {
    file: 'packages/schemas/src/resources.ts',
    at: "import { LeadSource, LeadSourceInput } from './lead-source.ts';",
    insert: "import { TimelineComment } from './timeline-comment.ts';",
  },
  {
    file: 'packages/schemas/src/resources.ts',
    at: 'export const resources = {',
    insert: `  timelineComment: {
    schema: TimelineComment,
    input: undefined,
    path: '/customers/{id}/timeline-comments/{commentId}',
    singleUse: [],
    isFilterable: false,
  },`,
  },
  {
    file: 'packages/schemas/src/operations.ts',
    at: '} as const satisfies Record<string, Operation>;',
    replaces: true,
    insert: `  getCustomerTimelineComments: {
    operationId: 'GetCustomerTimelineComments',
    summary: "List a customer's timeline comments",
    method: 'GET',
    isRepeatable: true,
    path: '/customers/{id}/timeline-comments',
    allowsTrailingSlash: false,
    pathParameters: customerPath,
    query: none,
    ...takesNothing,
    security: keyOrUser,
    responses: {
      200: {
        description: 'The comments.',
        headers: { 'Timeline-Revision': z.int().meta({ description: 'How often a comment was written.' }) },
        ...listOf('timelineComment'),
      },
      401: unauthorized,
      403: forbidden,
      404: notFound,
    },
  },
} as const satisfies Record<string, Operation>;`,
  },
  {
    file: 'packages/schemas/src/provider-states.ts',
    at: "cells: ['getCustomerLeadSource 200', 'putCustomerLeadSource 201', 'deleteCustomerLeadSource 204'],",
    replaces: true,
    insert: `    cells: [
      'getCustomerLeadSource 200',
      'putCustomerLeadSource 201',
      'deleteCustomerLeadSource 204',
      'getCustomerTimelineComments 200',
    ],`,
  },
  {
    file: 'packages/schemas/src/provider-states.ts',
    at: "cells: ['getCustomerLeadSource 404', 'putCustomerLeadSource 201', 'deleteCustomerLeadSource 404'],",
    replaces: true,
    insert: `    cells: [
      'getCustomerLeadSource 404',
      'putCustomerLeadSource 201',
      'deleteCustomerLeadSource 404',
      'getCustomerTimelineComments 200',
    ],
    variants: ['empty'],`,
  },
  ...['404', '401', '403'].map((status) => ({
    file: 'packages/schemas/src/provider-states.ts',
    at: `'getCustomer ${status}',`,
    insert: `      'getCustomerTimelineComments ${status}',`,
  })),
  {
    file: 'packages/schemas/src/index.ts',
    at: "export { TaxNumber } from './tax-number.ts';",
    insert: "export { TimelineComment } from './timeline-comment.ts';",
  },
  {
    file: 'packages/emulator/src/operations/behaviours.ts',
    at: "import type { Behaviour } from './call.ts';",
    replaces: true,
    insert: `import { operations, type TimelineComment } from '@customer-contracts/schemas';

import { dateTime } from '../clock.ts';
import { json } from '../http/answer.ts';
import { type Behaviour, existingCustomer, pathOf } from './call.ts';`,
  },
  {
    file: 'packages/emulator/src/operations/behaviours.ts',
    at: 'export const behaviours: Readonly<Record<OperationId, Behaviour>> = {',
    insert: `  // The API itself comments on a lead source that is recorded.
  getCustomerTimelineComments: (call) => {
    const { id } = pathOf(call, operations.getCustomerTimelineComments.pathParameters);
    const { email = null, websiteId } = existingCustomer(call, id);
    const leadSource = call.store.leadSource(call.organizationId, id);
    const comments: TimelineComment[] = [];
    if (leadSource !== undefined) {
      const { createdTime = dateTime(call.clock()) } = leadSource;
      comments.push({ id: 'comment_01', customerId: id, text: 'A lead source was recorded.', createdTime, author: email, websiteId });
    }
    return json(200, JSON.stringify(comments), { 'timeline-revision': String(comments.length) });
  },`,
  },
];
