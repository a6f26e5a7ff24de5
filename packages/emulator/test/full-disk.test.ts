import { join } from 'node:path';

import { mayAnswer, startEmulator } from '@customer-contracts/emulator';
import { expect, test } from 'vitest';

import { send } from './send.ts';
import { temporaryFolder } from './temporary-folder.ts';

const detail =
  'There is no room for it in the database or on its disk: nothing of the request was written. Make room, and send it again.';

test('a write that there is no room for is refused with 507, and nothing that was acknowledged is lost', async () => {
  await using folder = await temporaryFolder();
  const database = join(folder.path, 'customers.db');
  const note = (length: number) => ({ customFields: { note: 'x'.repeat(length) }, leadSource: { source: 'google' } });
  const kept = { customFields: note(100_000).customFields };
  const acknowledged: string[] = [];
  {
    await using emulator = await startEmulator({ database, databaseLimit: 2, rateLimit: false });
    let refused;
    for (let count = 0; refused === undefined; count += 1) {
      const reply = await send(emulator, `PUT /customers/c${count}`, note(100_000));
      if (reply.status === 201) acknowledged.push(`c${count}`);
      else refused = reply;
    }
    expect(refused).toMatchObject({ status: 507, body: { title: 'Insufficient Storage', status: 507, detail } });
    expect(acknowledged.length).toBeGreaterThan(5);
    // A write that fits, reads and merges go on; what makes room makes room.
    expect((await send(emulator, 'PUT /customers/small', {})).status).toBe(201);
    expect((await send(emulator, 'PUT /customers/c0', note(900_000))).status).toBe(507);
    expect((await send(emulator, 'GET /customers/c0')).body).toMatchObject(kept);
    expect((await send(emulator, 'GET /customers?sort=-lastName')).status).toBe(200);
    expect((await send(emulator, 'DELETE /customers/c0?targetCustomerId=small')).status).toBe(204);
    expect((await send(emulator, 'PUT /customers/again', note(50_000))).status).toBe(201);
  }
  await using emulator = await startEmulator({ database });
  for (const id of acknowledged.slice(1)) {
    expect((await send(emulator, `GET /customers/${id}`)).body).toMatchObject(kept);
    expect((await send(emulator, `GET /customers/${id}/lead-source`)).body).toMatchObject({ source: 'google' });
  }
  expect((await send(emulator, 'GET /customers?limit=0')).headers.get('pagination-total')).toBe(
    String(acknowledged.length + 1),
  );
});

test('it is among the answers that the document does not have', () => {
  expect(mayAnswer('putCustomer', 507)).toBe(true);
  expect(mayAnswer('getCustomer', 503)).toBe(true);
});
