import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, expect, inject } from 'vitest';

let browser: Browser | undefined;

afterAll(() => browser?.close());

export interface AppPage extends AsyncDisposable {
  readonly page: Page;
  /** Everything that the page has complained about. */
  readonly complaints: readonly string[];
}

/**
 * The built app in a fresh browser profile, at 1440x900. Dispose of it with `await using`:
 * that also asserts that the console stayed clean.
 */
export async function openApp(options: BrowserContextOptions = {}): Promise<AppPage> {
  browser ??= await chromium.launch({ executablePath: inject('browserPath'), args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', acceptDownloads: true, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(inject('address'));
  await page.getByTestId('open-file').waitFor({ state: 'attached' });
  return {
    page,
    complaints,
    async [Symbol.asyncDispose]() {
      await context.close();
      expect(complaints).toEqual([]);
    },
  };
}
