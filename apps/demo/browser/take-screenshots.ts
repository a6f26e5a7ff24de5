import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { customerFixtures } from '@customer-contracts/fixtures';

import { ContractReport } from '../src/report/contract-report.ts';
import { launchChromium } from './launch-chromium.ts';
import { type Screen, screens, show } from './screens.ts';
import { startLeadDesk } from './start-lead-desk.ts';

const app = join(import.meta.dirname, '..');

/** The customer of the pictures: one who pays, whose lead source was corrected, and of whom much is known. */
function find(): string {
  const customers = customerFixtures({ seed: 42 });
  const index = [...customers.responses.take(512)].findIndex(({ invoiceCount, primaryAddress }, index) => {
    const { medium, original } = customers.leadSources.at(index);
    return (
      medium !== original?.medium && invoiceCount && primaryAddress?.organization && primaryAddress.phoneNumbers?.[0]
    );
  });
  return customers.responses.at(index).id;
}

const customer: Screen = { name: 'customer', path: `/?customer=${find()}`, sign: 'Original' };
const phone = { width: 390, height: 780 };

/** The pictures of the docs, by the name of the file: a screen, how large, and how dark. */
const pictures = {
  customers: { screen: 'customers' },
  customer: { screen: customer },
  'field-error': { screen: 'field error' },
  'lead-source': { screen: 'lead source' },
  merge: { screen: 'merge' },
  'nobody-found': { screen: 'nobody found' },
  leads: { screen: 'leads' },
  contract: { screen: 'contract' },
  'customers-dark': { screen: 'customers', colorScheme: 'dark' },
  'leads-dark': { screen: 'leads', colorScheme: 'dark' },
  'customers-phone': { screen: 'customers', viewport: phone },
  'customer-phone-dark': { screen: customer, viewport: phone, colorScheme: 'dark' },
} as const;

/** The last run's own report, at a time that is always the same. */
function contractFileIn(folder: string): string {
  const report = join(app, 'data/contract-report.json');
  if (!existsSync(report)) {
    throw new Error('Failed to take the screenshots: no provider was asked yet. Run pnpm demo --once first.');
  }
  const file = join(folder, 'contract-report.json');
  const found = ContractReport.parse(JSON.parse(readFileSync(report, 'utf8')));
  writeFileSync(file, JSON.stringify({ ...found, verifiedAt: '2026-01-05T09:00:00Z' }));
  return file;
}

const folder = mkdtempSync(join(tmpdir(), 'lead-desk-screenshots-'));
const desk = await startLeadDesk({ count: 512, contractFile: contractFileIn(folder) });
const browser = await launchChromium();
try {
  mkdirSync(join(app, 'docs'), { recursive: true });
  for (const [name, { screen, ...look }] of Object.entries<Picture>(pictures)) {
    const page = await browser.newPage({ viewport: { width: 1100, height: 680 }, reducedMotion: 'reduce', ...look });
    const found = typeof screen === 'string' ? screens.find(({ name }) => name === screen) : screen;
    if (found === undefined) throw new Error(`Failed to take the screenshot ${name}: there is no such screen.`);
    await show(found, page, desk);
    const picture = await page.screenshot({
      path: join(app, 'docs', `${name}.png`),
      animations: 'disabled',
      caret: 'hide',
    });
    process.stdout.write(`docs/${name}.png ${Math.round(picture.length / 1024)} kB\n`);
    await page.close();
  }
} finally {
  await browser.close();
  await desk[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
}

interface Picture {
  readonly screen: string | Screen;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'dark';
}
