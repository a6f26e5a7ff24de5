import type { EmulatorOptions } from '../emulator-options.ts';
import { unguessable } from '../make-id.ts';
import type { Credential } from './credential.ts';
import { makeSecret } from './make-secret.ts';

/** The credentials of the options; without any, one API key for the organization `demo`. */
export function credentialsOf({ credentials, random = unguessable }: EmulatorOptions): readonly Credential[] {
  return credentials ?? [{ kind: 'apiKey', secret: makeSecret(random), organizations: ['demo'] }];
}
