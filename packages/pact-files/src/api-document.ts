import { readFile } from 'node:fs/promises';

import type { ApiShape } from '@customer-contracts/schemas/shapes';

export async function readDocumentShape(file: string): Promise<ApiShape> {
  return JSON.parse(await readFile(file, 'utf8'));
}
