import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp } from '../support/app-page.ts';
import { hands } from '../support/hands.ts';

const shelved = 'service api "Shop"\nqueue jobs "Jobs"\nqueue mails "Mails"\nworker mailer "Mailer"\napi -> jobs -> mailer\napi -> mails -> mailer\nboundary vpc "Back office" [jobs, mails]';
const missing = 'queue/missing-dead-letter-queue';
const undo = (page: Page): Promise<void> => page.getByRole('button', { name: 'Undo' }).first().click();

test('a boundary accepts for its members; the ledger lists, edits, withdraws, and says what is stale', async () => {
  await using app = await openApp();
  const { page } = app;
  const { open, problem, card } = hands(page);
  await open(shelved);
  const row = problem(missing).first();
  await row.getByRole('button').first().click();
  await row.getByRole('button', { name: 'Accept with a reason …' }).click();
  await row.getByLabel('Reason').fill('Lost jobs are sent again at night.');
  await row.getByLabel('Where').selectOption('Everywhere in Back office');
  await row.getByText('Accepts 2 findings as it stands.').waitFor();
  await row.getByLabel('Which findings').selectOption('All rules of queue/*');
  await row.getByLabel('Until, if not for good').fill('2099-12-31');
  await row.getByRole('button', { name: 'Accept', exact: true }).click();
  await expect.poll(() => problem(missing).count()).toBe(0);

  await page.getByRole('button', { name: '1 accepted trade-off' }).first().click();
  const ledger = page.getByRole('region', { name: 'Accepted trade-offs' });
  await ledger.getByText('Lost jobs are sent again at night.').waitFor();
  await ledger.getByText(/queue\/\* · everywhere in Back office · .* · until 2099-12-31/).waitFor();
  await ledger.getByText(/^Covers \d+ findings: Jobs and Mails$/).waitFor();

  await ledger.getByRole('button', { name: /^Edit reason/ }).click();
  await ledger.getByLabel('Reason').fill('A job that is lost is sent again.');
  await page.keyboard.press('Enter');
  await ledger.getByText('A job that is lost is sent again.').waitFor();
  await undo(page);
  await ledger.getByText('Lost jobs are sent again at night.').waitFor();

  for (const name of ['Jobs', 'Mails']) {
    await card(name).click();
    await page.keyboard.press('Delete');
  }
  await ledger.getByText('No longer matches anything').waitFor();
  await undo(page);
  await undo(page);
  await ledger.getByText('No longer matches anything').waitFor({ state: 'detached' });

  await ledger.getByRole('button', { name: /^Withdraw/ }).click();
  await page.getByRole('button', { name: '0 accepted trade-offs' }).click();
  await expect.poll(() => problem(missing).count()).toBe(2);
  await undo(page);
  await expect.poll(() => problem(missing).count()).toBe(0);
});
