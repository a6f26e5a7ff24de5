// The emulator
export { createEmulator } from './create-emulator.ts';
export type { Emulator } from './emulator.ts';
export { type RunningEmulator, startEmulator } from './start-emulator.ts';

// What it is made from
export type { Clock } from './clock.ts';
export type { ValueLists } from './collection/filter-to-sql.ts';
export type { Credential } from './credentials/credential.ts';
export type { EmulatorOptions, StartOptions } from './emulator-options.ts';
export type { Fault } from './faults/fault.ts';
export type { RandomBytes } from './make-id.ts';
export { formatLogEntry, type LogEntry } from './request-log.ts';

// What is done with it beside sending requests
export type { Workplace } from './admin/workplace.ts';
export type { MovableClock } from './clock/emulator-clock.ts';
export type { CustomerEvent, EventType } from './events/customer-event.ts';
export type { EventsAsked } from './events/events-asked.ts';
export type { Events } from './events/events.ts';
export type { Har, HarEntry } from './requests/har.ts';
export type { IgnoredPart } from './requests/ignored.ts';
export type { RecordedRequest } from './requests/recorded-request.ts';
export type { Requests, RequestsAsked } from './requests/requests.ts';
export type { Snapshot } from './snapshots/snapshots.ts';

// What it answers beyond the API's document
export { mayAnswer, type UndocumentedAnswer, undocumentedAnswers } from './undocumented-answers.ts';

// Errors
export { EmulatorError, isEmulatorError } from './emulator-error.ts';
