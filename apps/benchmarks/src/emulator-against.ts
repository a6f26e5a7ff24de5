import { join } from 'node:path';

import { apiKey, body, headers, one, seed, unit } from './emulator-sizes.ts';
import { emulatorWith, temporaryDatabase } from './emulator-with.ts';
import { olderCommit } from './older-commit.ts';
import { requestsPerSecond } from './requests-per-second.ts';
import { inTurn, type Row, row } from './row.ts';

/** This emulator beside that of another commit, each with so many customers on a file: filling, the file, and writes. */
export async function besideCommit(ref: string, many: number): Promise<Row[]> {
  using older = olderCommit(ref, '@customer-contracts/emulator');
  using database = temporaryDatabase();
  using olderDatabase = temporaryDatabase();
  const command = join(older.folder, 'packages/emulator/dist/customer-emulator.js');
  const size = `${many.toLocaleString('en')} | of ${ref}`;
  await using ours = await emulatorWith(many, seed, apiKey, { database: database.path });
  await using peer = await emulatorWith(many, seed, apiKey, { database: olderDatabase.path, command });
  const seconds = { ours: [ours.milliseconds / 1000], peer: [peer.milliseconds / 1000] };
  const bytes = { ours: [database.bytes() / many], peer: [olderDatabase.bytes() / many] };
  const put = { headers, method: 'PUT', body } as const;
  const post = { headers, method: 'POST', body } as const;
  const replacing = await inTurn(
    3,
    () => requestsPerSecond({ ...put, url: `${ours.url}/customers/${one.id}` }),
    () => requestsPerSecond({ ...put, url: `${peer.url}/customers/${one.id}` }),
  );
  const creating = await inTurn(
    3,
    () => requestsPerSecond({ ...post, url: `${ours.url}/customers` }),
    () => requestsPerSecond({ ...post, url: `${peer.url}/customers` }),
  );
  return [
    row(`fill a file with ${size}`, 's', seconds, { atMost: 1 }),
    row(`bytes of the file for each customer of ${size}`, 'bytes', bytes, { atMost: 0.71 }),
    row(`PUT a customer of ${size}`, unit, replacing, { atLeast: 0.6 }),
    row(`POST a customer to ${size}`, unit, creating, { atLeast: 0.6 }),
  ];
}
