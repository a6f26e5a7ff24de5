import { credentialKinds } from '@customer-contracts/schemas';
import { checkOptions } from '@customer-contracts/schemas/internal';
import * as z from 'zod';

import { VerificationError } from './verification-error.ts';

const text = (advice: string) => z.string(advice).min(1, advice).optional();
const aFunction = (advice: string) => z.custom<() => unknown>((value) => typeof value === 'function', advice);
const flag = z.boolean('Give true or false').optional();
const url = 'Give a URL that starts with http:// or https://';
const anArranger = 'Give emulatorStates({ url }), apiStates(client), or handlers of your own';
const kinds: readonly string[] = credentialKinds;

const Options = z.strictObject({
  baseUrl: z.custom<string>(isAddress, url),
  provider: text('Give the name that the broker knows'),
  pacts: z.array(z.string("Give a list of paths: ['pacts']"), "Give a list of paths: ['pacts']").optional(),
  broker: z
    .strictObject(
      {
        url: text(url),
        token: text('Give a token'),
        username: text('Give a user name'),
        password: text('Give a password'),
        consumerVersionSelectors: z.array(z.unknown(), 'Give a list of selectors').optional(),
        isPendingEnabled: flag,
        version: text("Give the provider's version"),
        branch: text("Give the branch of the provider's version"),
        buildUrl: text(url),
      },
      "Give an object: { url: 'https://broker.example' }",
    )
    .optional(),
  states: z.custom((value) => typeof value === 'function' || (typeof value === 'object' && value !== null), anArranger),
  ownStates: z
    .array(
      z.looseObject({ arrange: aFunction('Give stateHandler(state, handle)') }),
      'Give a list of stateHandler(...)',
    )
    .optional(),
  credentials: z
    .strictObject(
      Object.fromEntries(kinds.map((kind) => [kind, text('Give a key or token')])),
      `Give { ${kinds.join(', ')} }`,
    )
    .optional(),
  timeout: z.number('Give milliseconds').positive('Give milliseconds').optional(),
});

/** Refuses what only a caller without types can hand in. @throws {VerificationError} with the option that is wrong. */
export function checkVerifyOptions(options: unknown): void {
  const named: unknown = Reflect.get(Object(options), 'provider');
  const provider = typeof named === 'string' ? named : 'rebilly-customers-api';
  const refuse = (received: string, advice: string) =>
    new VerificationError(`Failed to verify ${provider}: ${received}. ${advice}`);
  const { pacts, broker } = checkOptions(Options, options, ({ received, advice }) => refuse(received, advice), [
    'broker',
    'credentials',
  ]);
  if (pacts === undefined && broker === undefined)
    throw refuse('there are no pacts', "Give pacts: ['pacts'], or a broker.");
}

function isAddress(value: unknown): boolean {
  return typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value);
}
