/** How often it looks whether the wrapper is still there, in ms. */
const interval = 200;

/** What ends a command. A terminal that is closed sends the last one. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Aborts when somebody ends the command, with the name of the signal as the reason; a second one ends it at once. Listen from the
 * start: the first process of a container has no other end.
 */
export function stopOnSignal(stop: AbortController): void {
  for (const signal of signals) process.once(signal, () => stop.abort(signal));
  if (process.env['npm_command'] === 'exec') whenOrphaned(() => stop.abort('SIGTERM'));
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
