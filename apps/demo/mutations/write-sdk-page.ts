import { writeFileSync } from 'node:fs';

import { sdkPage, sdkPageFile } from './sdk-page.ts';

writeFileSync(sdkPageFile, await sdkPage());
