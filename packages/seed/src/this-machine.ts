/** The names of this machine, as URLs write them. */
export const loopback: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** Whether a host, as a URL writes it, is this machine. */
export function isThisMachine(host: string): boolean {
  return loopback.includes(host) || /^127(?:\.\d+){3}$/.test(host);
}
