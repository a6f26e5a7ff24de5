import { useEffect, useState } from 'preact/hooks';

/** Says that the browser is offline, as long as it is. */
export function Offline() {
  const [isOffline, setIsOffline] = useState(!navigator.onLine);
  useEffect(() => {
    const look = () => setIsOffline(!navigator.onLine);
    for (const event of ['online', 'offline']) addEventListener(event, look);
    return () => {
      for (const event of ['online', 'offline']) removeEventListener(event, look);
    };
  }, []);
  return (
    <div role="status">
      {isOffline && (
        <p class="offline">You are offline. What you see may be out of date; what you type into a form is kept.</p>
      )}
    </div>
  );
}
