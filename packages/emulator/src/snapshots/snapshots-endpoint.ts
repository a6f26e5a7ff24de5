import * as z from 'zod';

import { readStrictly } from '../body/read-body.ts';
import { isFull } from '../database/transaction.ts';
import { isEmulatorError } from '../emulator-error.ts';
import { type Answer, json, noContent } from '../http/answer.ts';
import type { Incoming } from '../http/incoming.ts';
import { notAllowed, Refusal } from '../http/refusal.ts';
import { isSnapshotName, snapshotNameRule, type Snapshots } from './snapshots.ts';

/** Where snapshots are made and listed; behind it, one is deleted and restored. */
export const snapshotsPath = '/_snapshots';

const Name = z.custom<string>(isSnapshotName, snapshotNameRule);
const Named = z.strictObject({ name: Name, from: Name.exactOptional() });

/** `POST` makes one, `GET` lists them; `DELETE` of `/{name}` deletes it, `POST` to `/{name}/restore` goes back to it. */
export async function answerSnapshots(request: Incoming, snapshots: Snapshots): Promise<Answer> {
  try {
    return await answer(request, snapshots);
  } catch (error) {
    // A full disk is told as such everywhere.
    if (isEmulatorError(error) && !isFull(error)) throw new Refusal(409, error.message);
    throw error;
  }
}

async function answer(request: Incoming, snapshots: Snapshots): Promise<Answer> {
  if (snapshots.isReadOnly && request.method !== 'GET') throw new Refusal(403, 'The emulator is read-only.');
  const [, , name, verb, ...rest] = request.path.split('/');
  if (name === undefined) return answerAll(request, snapshots);
  if (rest.length > 0 || (verb !== undefined && verb !== 'restore')) {
    throw new Refusal(
      404,
      `There is nothing at ${request.path}. Restore a snapshot at ${snapshotsPath}/{name}/restore.`,
    );
  }
  const allowed = verb === undefined ? 'DELETE' : 'POST';
  if (request.method !== allowed) throw notAllowed(request, allowed);
  mustExist(snapshots, name);
  await (verb === undefined ? snapshots.delete(name) : snapshots.restore(name));
  return noContent;
}

async function answerAll(request: Incoming, snapshots: Snapshots): Promise<Answer> {
  switch (request.method) {
    case 'GET':
      return json(200, JSON.stringify(snapshots.list()));
    case 'POST': {
      const { name, from } = readStrictly(request, Named);
      if (from !== undefined) mustExist(snapshots, from);
      await snapshots.save(name, from);
      return json(201, JSON.stringify(snapshots.list().find((each) => each.name === name)));
    }
    default:
      throw notAllowed(request, 'GET, POST');
  }
}

function mustExist(snapshots: Snapshots, name: string): void {
  if (!snapshots.has(name)) throw new Refusal(404, `There is no snapshot "${name}".`);
}
