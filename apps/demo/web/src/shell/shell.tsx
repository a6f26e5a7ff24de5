import type { ComponentChildren } from 'preact';
import { Link, useRoute } from 'wouter-preact';

import { Offline } from './offline.tsx';
import { ThemeChoice } from './theme-choice.tsx';

/** What stands around every page. */
export function Shell({ children }: { readonly children: ComponentChildren }) {
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <header class="top">
        <Link href="/" class="brand">
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <rect width="32" height="32" rx="8" />
            <path d="M9 8v13h6" />
            <circle cx="21.5" cy="20.5" r="3.2" />
          </svg>
          Lead Desk
        </Link>
        <nav aria-label="Pages">
          <NavLink href="/">Customers</NavLink>
          <NavLink href="/leads">Leads by medium</NavLink>
          <NavLink href="/contract">Contract</NavLink>
        </nav>
        <ThemeChoice />
      </header>
      <Offline />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

function NavLink({ href, children }: { readonly href: string; readonly children: ComponentChildren }) {
  const [isHere] = useRoute(href);
  return (
    <Link href={href} {...(isHere && { 'aria-current': 'page' })}>
      {children}
    </Link>
  );
}
