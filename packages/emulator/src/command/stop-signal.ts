/** How often it looks whether the wrapper is still there, in ms. */
const interval = 200;

/** Aborted when somebody ends the command. Listen from the start: the first process of a container has no other end. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  if (process.env['npm_command'] === 'exec') whenOrphaned(() => stop.abort());
  return stop.signal;
}

/** npx ends at a SIGTERM, and so does the shell that it runs the command in. Neither tells the command. */
function whenOrphaned(callback: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, interval);
  timer.unref();
}
