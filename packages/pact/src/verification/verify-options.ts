import { type CredentialKind, credentialKinds } from '@customer-contracts/schemas';
import { checkOptions } from '@customer-contracts/schemas/internal';
import * as z from 'zod';

import type { BrokerOptions } from './pact-source.ts';
import type { OwnStateHandler, StateArranger, StateHandlers } from './provider-state-handlers.ts';
import { VerificationError } from './verification-error.ts';

/** What `verifyProvider` takes: where the provider is, which pacts, and who brings the states about. */
export type VerifyProviderOptions = VerifyProviderCommonOptions &
  (
    | {
        /** Paths of pact files, and of directories of them. */
        readonly pacts: readonly string[];
        readonly broker?: undefined;
      }
    | {
        readonly pacts?: undefined;
        /** The broker that has the pacts. */
        readonly broker: BrokerOptions;
      }
  );

/** What `verifyProvider` takes wherever the pacts come from. */
export interface VerifyProviderCommonOptions {
  /** The provider's address. An organization may be part of its path. */
  readonly baseUrl: string;
  /** The provider's name. `rebilly-customers-api` by default. */
  readonly provider?: string;
  /** Who brings the provider states about: `emulatorStates({ url })`, `apiStates(client)`, or your own handlers by the name of the state. */
  readonly states: StateArranger | StateHandlers;
  /** Who brings states of your own about, those of `also`: `stateHandler(state, handle)` for each. */
  readonly ownStates?: readonly OwnStateHandler[];
  /** The key or token, by kind, of every interaction whose state gives none. */
  readonly credentials?: Readonly<Partial<Record<CredentialKind, string>>>;
  /** How long a request to the provider may take, in milliseconds. 30,000 by default. */
  readonly timeout?: number;
}

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
