import { createCustomersClient } from '@customer-contracts/client';
import { render } from 'preact';

import { App } from './app.tsx';
import './style.css';

/** Lead Desk's own server, which puts the real key in the place of this one. A 429 is not waited out but shown. */
const client = createCustomersClient({
  server: `${location.origin}/api`,
  apiKey: 'kept-by-the-server',
  maxWait: 1000,
});

const root = document.querySelector('#app');
if (root) render(<App client={client} />, root);
