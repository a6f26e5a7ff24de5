/** Resolves after some time, in ms. Rejects when it is given up. */
export function passed(time: number, givenUp: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(givenUp.reason);
    };
    const timer = setTimeout(() => {
      givenUp.removeEventListener('abort', stop);
      resolve();
    }, time);
    if (givenUp.aborted) stop();
    else givenUp.addEventListener('abort', stop, { once: true });
  });
}
