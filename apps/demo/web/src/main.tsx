import { createCustomersClient } from '@customer-contracts/client';
import { render } from 'preact';
import * as z from 'zod';

import { App } from './app.tsx';

import './style.css';

// zod would try whether it may make functions from text, which the page's own policy forbids.
z.config({ jitless: true });

/** Lead Desk's own server keeps the key, and adds it. A 429 is not waited out but shown. */
const client = createCustomersClient({
  server: `${location.origin}/api`,
  apiKey: null,
  maxWait: 1000,
});

const root = document.querySelector('#app');
if (root) render(<App client={client} />, root);
