import { useState } from 'preact/hooks';

const themes = ['system', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

/** Chooses between light, dark, and what the system says. Kept for the next visit; `public/theme.js` reads it. */
export function ThemeChoice() {
  const [theme, setTheme] = useState<Theme>(chosen);
  const choose = (next: Theme) => {
    if (next === 'system') {
      localStorage.removeItem('theme');
      delete document.documentElement.dataset['theme'];
    } else {
      localStorage.setItem('theme', next);
      document.documentElement.dataset['theme'] = next;
    }
    setTheme(next);
  };
  return (
    <fieldset class="segments theme">
      <legend class="hidden">Theme</legend>
      {themes.map((each) => (
        <label key={each} title={`${titles[each]} theme`}>
          <input type="radio" name="theme" checked={each === theme} onChange={() => choose(each)} />
          <span class="hidden">{titles[each]}</span>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d={icons[each]} />
          </svg>
        </label>
      ))}
    </fieldset>
  );
}

const titles = { system: 'System', light: 'Light', dark: 'Dark' } satisfies Record<Theme, string>;

const icons = {
  system: 'M2.5 3.5h11v7h-11zM6 13.5h4M8 10.5v3',
  light:
    'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6M8 1.2v1.3M8 13.5v1.3M1.2 8h1.3M13.5 8h1.3M3.2 3.2l.9.9M11.9 11.9l.9.9M12.8 3.2l-.9.9M4.1 11.9l-.9.9',
  dark: 'M13.4 9.6A5.8 5.8 0 0 1 6.4 2.6a5.8 5.8 0 1 0 7 7z',
} satisfies Record<Theme, string>;

function chosen(): Theme {
  return themes.find((theme) => theme === document.documentElement.dataset['theme']) ?? 'system';
}
