import type { Theme as VitePressTheme } from 'vitepress';
import Theme from 'vitepress/theme-without-fonts';

import { RunExample } from './run-example.ts';
import { StartPlayground } from './start-playground.ts';

import './site.css';

export default {
  extends: Theme,
  enhanceApp({ app }) {
    app.component('RunExample', RunExample);
    app.component('StartPlayground', StartPlayground);
  },
} satisfies VitePressTheme;
