// A thread that reads beside the one that writes, over a connection of its own. It does one job at a time.
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';

import { listAnswer, readListRequest } from '../collection/list-answer.ts';
import { CustomerStore } from '../database/customer-store.ts';
import { openAgain, patience } from '../database/open-database.ts';
import { Job, type Outcome, ReaderData } from './messages.ts';

const { file, valueLists } = ReaderData.parse(workerData);
const database = openAgain(file);
const store = new CustomerStore(database);

// Whoever asks for one customer goes first. Elsewhere than on Linux it would be the priority of the whole process.
if (process.platform === 'linux') setPriority(5);

parentPort?.on('message', (message: unknown) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A thread is no window.
  parentPort?.postMessage(outcomeOf(Job.parse(message)));
});

function outcomeOf(job: Job): Outcome {
  try {
    return carriedOut(job);
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

function carriedOut(job: Job): Outcome {
  switch (job.kind) {
    case 'list':
      return { kind: 'answer', answer: listed(job) };
    case 'checkpoint':
      emptyLog();
      return { kind: 'checkpointed' };
    default:
      return job satisfies never;
  }
}

/** Does so if nobody else reads or writes at this moment. To wait for them would hold up everybody who writes. */
function emptyLog(): void {
  database.exec('PRAGMA busy_timeout = 0');
  // This moves the most, and holds nobody up.
  database.exec('PRAGMA wal_checkpoint(PASSIVE)');
  const truncate = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)');
  for (let attempt = 0; attempt < 20; attempt += 1) if (truncate.get()?.['busy'] === 0) break;
  database.exec(`PRAGMA busy_timeout = ${patience}`);
}

/** All that a list reads is of one moment. */
function listed({ organizationId, query }: Extract<Job, { kind: 'list' }>) {
  database.exec('BEGIN');
  try {
    return listAnswer(store, organizationId, readListRequest(new URLSearchParams(query), valueLists));
  } finally {
    database.exec('ROLLBACK');
  }
}
