import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

let isFirstPage = true;

/** The heading of a page, in the title of the window too. A page that follows another begins here for the keyboard. */
export function PageTitle({ children }: { readonly children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = titled(heading.current?.textContent ?? '');
    if (!isFirstPage) heading.current?.focus();
    isFirstPage = false;
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}

/** Puts what is open on a page into the title of the window, as long as it is open; nothing until its name is known. */
export function useWindowTitle(title: string | undefined): void {
  useEffect(() => {
    if (title === undefined) return undefined;
    const before = document.title;
    document.title = titled(title);
    return () => {
      document.title = before;
    };
  }, [title]);
}

function titled(title: string): string {
  return `${title} · Lead Desk`;
}
