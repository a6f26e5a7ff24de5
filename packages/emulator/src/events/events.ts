import { checkOptions, type OptionProblem } from '@customer-contracts/schemas/internal';

import { EmulatorError } from '../emulator-error.ts';
import type { CustomerEvent } from './customer-event.ts';
import type { EventLog } from './event-log.ts';
import { EventsAsked } from './events-asked.ts';

/** What happened to customers: the last 10,000 events, or fewer where the merged customers among them are over 16 MB. */
export interface Events {
  /**
   * Those that were asked for, in the order in which they happened.
   *
   * @throws {EmulatorError} when something else is asked for.
   * @example
   * expect(emulator.events.find({ eventType: 'customer-merged' })).toMatchObject([{ customerId: 'cus_02' }]);
   */
  find(asked?: EventsAsked): readonly CustomerEvent[];
}

/** What a log says; nothing where there is none. */
export function eventsOf(log: () => EventLog | undefined): Events {
  return { find: (asked = {}) => log()?.find(checkOptions(EventsAsked, asked, refusal)) ?? [] };
}

function refusal({ option, received, advice: what }: OptionProblem): EmulatorError {
  return new EmulatorError(`Failed to find events: ${received}. ${what}`, option);
}
