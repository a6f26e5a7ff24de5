/**
 * Which answer a test runs against: `full`, every member that the schema names is there; `bare`, every member that may be
 * null is null, and every other one that may be absent is absent; `empty`, a collection without customers.
 */
export type Variant = 'full' | 'bare' | 'empty';
