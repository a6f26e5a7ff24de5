import manifest from '@customer-contracts/emulator/package.json' with { type: 'json' };
import { sha1 as sha1Of } from '@noble/hashes/legacy.js';
import { sha256 as sha256Of } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import type * as node from './node.ts';

/** What `node.ts` has, for a page. A page's own hashes come later than they are asked for. */
export const version: typeof node.version = () => manifest.version;
export const sha1: typeof node.sha1 = (text) => bytesToHex(sha1Of(utf8ToBytes(text)));
export const sha256: typeof node.sha256 = (text) => bytesToHex(sha256Of(utf8ToBytes(text)));
