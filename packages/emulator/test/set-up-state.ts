import { member } from './member.ts';
import { send, type Target } from './send.ts';

/** Sets a provider state up as Pact's verifier does, and gives what its interactions take from it. */
export async function setUpState(
  { url, apiKey }: Target,
  state: string,
  params: object,
): Promise<Target & { readonly organizationId: string }> {
  const { status, body } = await send({ url, apiKey }, 'POST /_provider-states', {
    consumer: 'billing-web',
    state,
    action: 'setup',
    params,
  });
  if (status !== 200) throw new Error(`The state "${state}" was answered ${status}: ${JSON.stringify(body)}`);
  return { url, apiKey: String(member(body, 'apiKey')), organizationId: String(member(body, 'organizationId')) };
}
