/** A proxy that the environment names. */
export interface Proxy {
  /** The variable that names it: `HTTP_PROXY`. */
  readonly variable: string;
  /** Where it is, without credentials: `proxy.example:3128`; absent where the variable holds no address. */
  readonly host: string | undefined;
}

/**
 * The proxy that the environment has for an address; `undefined` where there is none, or `NO_PROXY` exempts it. Pact's core
 * goes through it, as axios and many others do; Node only where `NODE_USE_ENV_PROXY` says so.
 */
export function proxyFor(url: string): Proxy | undefined {
  const { protocol, hostname, port } = new URL(url);
  const names = [protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY', 'ALL_PROXY'];
  const variable = names.flatMap((name) => [name, name.toLowerCase()]).find((name) => process.env[name]);
  if (variable === undefined || exempt().some((entry) => isMeant(entry, unbracketed(hostname), port))) return undefined;
  const address = process.env[variable] ?? '';
  return { variable, host: URL.canParse(address) ? new URL(address).host || undefined : undefined };
}

/** What `NO_PROXY` lists. */
export function exempt(): readonly string[] {
  const list = process.env['NO_PROXY'] ?? process.env['no_proxy'] ?? '';
  return list.split(/[\s,]+/).filter((entry) => entry !== '');
}

function isMeant(entry: string, host: string, port: string): boolean {
  if (entry === '*') return true;
  const name = unbracketed(entry.toLowerCase().replace(/^\*?\./, ''));
  return host === name || `${host}:${port}` === name || host.endsWith(`.${name}`);
}

/** Whether an address is of this machine. */
export function isLoopback(url: string): boolean {
  return /^(?:(?:.+\.)?localhost|127\.[\d.]+|::1)$/.test(unbracketed(new URL(url).hostname));
}

/** The host of a URL as sockets have it: `::1`, not `[::1]`. */
export function unbracketed(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1');
}
