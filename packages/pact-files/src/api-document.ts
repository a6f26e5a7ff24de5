// What the harness reads the document with that a run is tried on. No promise of stability: nobody else imports it.

export { readDriftSource } from './drift/sources/read-drift-source.ts';
