import * as z from 'zod';

const Customers = z.array(z.object({ firstName: z.string().nullable(), lastName: z.string().nullable() }));

// The component: a list of customers by name. It takes `fetch`, as most clients do.
export async function customerList(fetch: (request: Request) => Promise<Response>): Promise<HTMLElement> {
  const headers = { 'REB-APIKEY': 'story-key' };
  const response = await fetch(new Request('https://api-sandbox.rebilly.com/customers?sort=lastName', { headers }));
  const list = document.createElement('ul');
  if (!response.ok) {
    list.role = 'alert';
    list.textContent = `No customers: ${response.status}`;
    return list;
  }
  for (const { firstName, lastName } of Customers.parse(await response.json())) {
    const item = document.createElement('li');
    item.textContent = `${firstName ?? '(no first name)'} ${lastName ?? ''}`;
    list.append(item);
  }
  return list;
}
