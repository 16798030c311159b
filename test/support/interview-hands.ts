import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Opens the library by the command palette. */
export async function library(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('choose an interview');
  await page.getByRole('option', { name: 'Practise: choose an interview' }).waitFor();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Practise' });
  await dialog.getByRole('searchbox', { name: 'Search the interviews' }).waitFor();
  return dialog;
}

/** Starts the URL shortener by keyboard alone. */
export async function start(page: Page, button = 'Start the interview'): Promise<void> {
  const dialog = await library(page);
  await dialog.getByRole('searchbox').fill('shortener');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-scenario'))).toBe('url-shortener');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Start the interview');
  await dialog.getByRole('button', { name: button }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('timer').waitFor();
}

/** Goes on to the phase of this title. */
export const next = (page: Page, phase: string): Promise<void> => page.getByRole('toolbar').getByRole('button', { name: `Next phase: ${phase}` }).press('Enter');

/** From the requirements to the high-level design. */
export async function toDesign(page: Page): Promise<void> {
  for (const phase of ['Core entities', 'API', 'High-level design']) await next(page, phase);
}

/** Runs a command by its name. */
export const command = async (page: Page, name: string): Promise<void> => {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill(name);
  await page.getByRole('option', { name }).waitFor();
  await page.keyboard.press('Enter');
};

/** The rules whose findings the Problems panel shows, each once. */
export const rulesShown = (page: Page): Promise<readonly string[]> =>
  page.locator('section[aria-label="Problems"] [data-rule]').evaluateAll((all) => [...new Set(all.map((each) => each.getAttribute('data-rule') ?? ''))].toSorted());
