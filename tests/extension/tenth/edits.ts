import type { Edit } from '../src/extend.ts';

const states = 'packages/schemas/src/provider-states.ts';

/** `patchCustomer`: a write of a resource that is there, and a provider state of its own. */
export const edits: readonly Edit[] = [
  {
    file: 'packages/schemas/src/operations.ts',
    at: '} as const satisfies Record<string, Operation>;',
    replaces: true,
    insert: `  patchCustomer: {
    operationId: 'PatchCustomer',
    summary: 'Change members of a customer',
    method: 'PATCH',
    isRepeatable: true,
    ...customer,
    pathParameters: customerPath,
    query: none,
    ...takes('customer'),
    security: keyOrUser,
    responses: {
      200: { description: 'The customer was changed.', headers: {}, ...one('customer') },
      401: unauthorized,
      403: forbidden,
      404: notFound,
      422: invalid,
      429: tooMany,
    },
  },
} as const satisfies Record<string, Operation>;`,
  },
  { file: states, at: "'getCustomer 200',", insert: "      'patchCustomer 200',\n      'patchCustomer 422'," },
  ...['getCustomer 404', 'putCustomer 401', 'putCustomer 403', 'putCustomer 429'].map((cell) => ({
    file: states,
    at: `'${cell}',`,
    insert: `      'patchCustomer ${cell.slice(-3)}',`,
  })),
  {
    file: states,
    at: '} as const satisfies Record<string, ProviderState>;',
    replaces: true,
    insert: `  customerWasMerged: {
    sentence: 'a customer was merged into another',
    parameters: z.strictObject({ id: PathId, targetCustomerId: PathId }),
    cells: ['patchCustomer 404'],
  },
} as const satisfies Record<string, ProviderState>;`,
  },
  {
    file: 'packages/schemas/src/writes/resource-after-write.ts',
    at: 'const rules: { readonly [Id in WritingOperationId]: (write: ResourceWrite) => object } = {',
    insert: `  patchCustomer: (write) => {
    const previous = Customer.parse(write.previous);
    const input = { ...writtenPart(previous), ...CustomerInput.parse(write.input) };
    return customerAfterPut({ ...write, previous, input });
  },`,
  },
  {
    file: 'packages/schemas/src/writes/resource-after-write.ts',
    at: '/** Whether the request of an operation writes a resource. */',
    replaces: true,
    insert: `/** The PUT that would leave a customer as it is. */
function writtenPart(customer: Customer): CustomerInput {
  const { websiteId, preferredPayoutInstrumentId, customFields, locale, personId, notificationEmails } = customer;
  const { hash: _, ...contact } = customer.primaryAddress ?? {};
  return CustomerInput.parse({
    websiteId,
    preferredPayoutInstrumentId,
    customFields,
    locale,
    personId,
    notificationEmails,
    primaryAddress: customer.primaryAddress && contact,
    taxNumbers: customer.taxNumbers?.map(({ isValid: _, ...number }) => number),
  });
}

/** Whether the request of an operation writes a resource. */`,
  },
  {
    file: 'packages/emulator/src/operations/behaviours.ts',
    at: "import { getCustomer } from './get-customer.ts';",
    insert: "import { patchCustomer } from './patch-customer.ts';",
  },
  {
    file: 'packages/emulator/src/operations/behaviours.ts',
    at: 'export const behaviours: Readonly<Record<OperationId, Behaviour>> = {',
    insert: '  patchCustomer,',
  },
  {
    file: 'packages/emulator/src/provider-states/arrangements.ts',
    at: 'customerDoesNotExist: inState(providerStates.customerDoesNotExist, () => {}),',
    insert: `  customerWasMerged: inState(providerStates.customerWasMerged, (organization, { targetCustomerId }) =>
    organization.addCustomer(targetCustomerId, 'complete'),
  ),`,
  },
];
