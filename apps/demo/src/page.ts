import type { CustomersClient } from '@customer-contracts/client';
import type { Customer } from '@customer-contracts/schemas';
import { Hono } from 'hono';
import { html } from 'hono/html';

import { style } from './page-style.ts';

/** How many customers a page of the list shows. */
const pageSize = 25;

/** The page that lists customers, newest first. It asks the API on the server, so the key never reaches the browser. */
export function page(client: CustomersClient): Hono {
  const app = new Hono();
  app.get('/', async (context) => {
    const q = context.req.query('q') ?? '';
    const number = Math.max(1, Number.parseInt(context.req.query('page') ?? '1', 10) || 1);
    const offset = Math.min((number - 1) * pageSize, 1000);
    const { body, pagination } = await client.getCustomerCollection({
      limit: pageSize,
      offset,
      q,
      expand: 'leadSource',
    });
    const total = pagination?.total ?? body.length;
    return context.html(document({ customers: body, q, offset, total }));
  });
  app.onError((error, context) => {
    context.status(502);
    return context.html(frame(html`<p role="alert">The API did not answer: ${error.message}</p>`));
  });
  return app;
}

interface Listing {
  readonly customers: readonly Customer[];
  readonly q: string;
  readonly offset: number;
  readonly total: number;
}

function document({ customers, q, offset, total }: Listing) {
  const last = offset + customers.length;
  return frame(html`
    <form role="search">
      <input
        type="search"
        name="q"
        value="${q}"
        placeholder="Name, e-mail, phone or id"
        aria-label="Search customers"
      />
      <button>Search</button>
    </form>
    ${customers.length === 0 ? html`<p>No customer fits.</p>` : table(customers)}
    <nav aria-label="Pages">
      ${offset > 0 ? pageLink(q, offset - pageSize, '← Newer') : ''}
      <span>${customers.length === 0 ? 0 : offset + 1}–${last} of ${total}</span>
      ${last < total && offset < 1000 ? pageLink(q, offset + pageSize, 'Older →') : ''}
    </nav>
  `);
}

function table(customers: readonly Customer[]) {
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">E-mail</th>
          <th scope="col">City</th>
          <th scope="col">Lead source</th>
          <th scope="col">Created</th>
        </tr>
      </thead>
      <tbody>
        ${customers.map((customer) => tableRow(customer))}
      </tbody>
    </table>
  </div>`;
}

function tableRow({ firstName, lastName, email, primaryAddress, createdTime, _embedded }: Customer) {
  const { medium, source } = _embedded?.leadSource ?? {};
  const place = [primaryAddress?.city, primaryAddress?.country].filter(Boolean).join(', ');
  return html`<tr>
    <th scope="row">${[firstName, lastName].filter(Boolean).join(' ') || '–'}</th>
    <td>${email ?? '–'}</td>
    <td>${place || '–'}</td>
    <td>${medium ? html`<span class="medium">${medium}</span> ${source ?? ''}` : '–'}</td>
    <td><time datetime="${createdTime ?? ''}">${createdTime?.slice(0, 10) ?? '–'}</time></td>
  </tr>`;
}

function pageLink(q: string, offset: number, label: string) {
  const query = new URLSearchParams({ page: String(offset / pageSize + 1), ...(q === '' ? {} : { q }) });
  return html`<a href="?${query.toString()}">${label}</a>`;
}

function frame(content: ReturnType<typeof html>) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Lead Desk</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <main>
          <h1>Lead Desk</h1>
          ${content}
        </main>
      </body>
    </html>`;
}
