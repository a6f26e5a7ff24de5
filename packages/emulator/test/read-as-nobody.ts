// Serves a database as a user who may write nowhere, and prints how many customers it has.
import { startEmulator } from '@customer-contracts/emulator';

// Root may write everywhere; anybody else stays who they are.
if (process.getuid?.() === 0) process.seteuid?.(65_534);
const [, , database = ''] = process.argv;
const emulator = await startEmulator({ database, readOnly: true });
const answer = await fetch(`${emulator.url}/customers?limit=0`, { headers: { 'REB-APIKEY': emulator.apiKey } });
console.log(answer.headers.get('pagination-total'));
await emulator.close();
