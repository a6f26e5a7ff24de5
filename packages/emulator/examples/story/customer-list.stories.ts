import { createEmulator, type PageOptions } from '@customer-contracts/emulator/browser';

import { customerList } from './customer-list.ts';

const credentials = [{ kind: 'apiKey', secret: 'story-key', organizations: ['acme'] }] as const;

// A story is the component before an emulator of its own.
function story(options: PageOptions) {
  return async (): Promise<HTMLElement> => {
    const emulator = await createEmulator({ credentials, ...options });
    return customerList(emulator.fetch);
  };
}

// oxlint-disable-next-line import/no-default-export -- Storybook's format has one.
export default { title: 'Customer list' };

export const Some = story({ customers: { count: 5, seed: 42 } });
export const None = story({});
export const Down = story({ faults: [{ kind: 'error', status: 503 }] });
