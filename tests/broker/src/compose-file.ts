import { readFileSync } from 'node:fs';

import { parse } from 'yaml';
import * as z from 'zod';

const Compose = z.object({
  services: z.object({
    'pact-broker': z.object({
      environment: z.record(z.string(), z.string()),
      healthcheck: z.object({ test: z.array(z.string()) }),
    }),
  }),
});

const file = new URL('../../../docs/templates/broker/compose.yaml', import.meta.url);

/** The broker of the compose file that users run: its settings and its health check are tried out here. */
export const composeBroker = Compose.parse(parse(readFileSync(file, 'utf8'))).services['pact-broker'];
