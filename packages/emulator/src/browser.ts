/**
 * The Customers API in a web page, on SQLite's own build for browsers.
 *
 * @module
 */

export { createEmulator } from './browser/create-emulator.ts';
export type { PageOptions } from './browser/page-options.ts';
export type { Emulator } from './emulator.ts';

// What it is made from
export type { Clock } from './clock.ts';
export type { ValueLists } from './collection/filter-to-sql.ts';
export type { Credential } from './credentials/credential.ts';
export type { Fault } from './faults/fault.ts';
export type { RandomBytes } from './make-id.ts';
export type { LogEntry } from './request-log.ts';

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

// Errors
export { EmulatorError, isEmulatorError } from './emulator-error.ts';
