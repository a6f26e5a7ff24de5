import { createContext, type ComponentChildren } from 'preact';
import { useCallback, useContext, useEffect, useState } from 'preact/hooks';

const NoticeContext = createContext<(words: string) => void>(() => {});

/** How long a notice stays, in ms. */
const stay = 6000;

/** Says that something is done, for the eye and for a screen reader. */
export function useNotice(): (words: string) => void {
  return useContext(NoticeContext);
}

/** The place where notices are shown. It is always there, since a screen reader tells only what changes in it. */
export function NoticeProvider({ children }: { readonly children: ComponentChildren }) {
  const [notice, setNotice] = useState<{ readonly words: string }>();
  const show = useCallback((words: string) => setNotice({ words }), []);
  useEffect(() => {
    if (notice === undefined) return undefined;
    const timer = setTimeout(() => setNotice(undefined), stay);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <NoticeContext.Provider value={show}>
      {children}
      <div class="notices" role="status">
        {notice && <p class="notice">{notice.words}</p>}
      </div>
    </NoticeContext.Provider>
  );
}
