import fs from 'node:fs';
import { expect, test } from 'vitest';
import { readPngText } from '#formats/png-metadata.ts';
import { openApp } from '../support/app-page.ts';
import { hands } from '../support/hands.ts';

test('a stranger draws six blocks, mends what is found, exports, and loses nothing', async () => {
  await using app = await openApp();
  const { page } = app;
  const { drag, connect, expectSize, problem } = hands(page);
  await page.getByText('Draw a system. Caveat answers back.').waitFor();

  await drag('client', 360, 180, 'Fans');
  await drag('api-gateway', 640, 180, 'Gateway');
  await drag('service', 920, 180, 'Booking');
  await drag('relational-database', 920, 330, 'Tickets');
  await drag('queue', 640, 480, 'Mails');
  await drag('worker', 360, 480, 'Mailer');
  await connect('Fans', 'Gateway');
  await connect('Gateway', 'Booking');
  await connect('Booking', 'Tickets');
  await connect('Booking', 'Mails');
  await connect('Mails', 'Mailer');
  await expectSize('6 components, 5 connections');

  const missing = problem('queue/missing-dead-letter-queue');
  await missing.waitFor();
  expect(await missing.getAttribute('data-severity')).toBe('warning');
  await missing.getByRole('button', { name: 'Add a dead-letter queue' }).click();
  await expectSize('7 components, 6 connections');
  await missing.waitFor({ state: 'detached' });
  expect(await page.locator('[data-severity="error"][data-rule], [data-severity="warning"][data-rule]').count()).toBe(0);

  await page.getByRole('button', { name: 'Export' }).click();
  const [png] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save PNG' }).click()]);
  const carried = readPngText(new Uint8Array(fs.readFileSync(await png.path())));
  const [json] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save JSON' }).click()]);
  const saved = fs.readFileSync(await json.path(), 'utf8');
  expect(carried).toBe(saved);
  const [svg] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save SVG' }).click()]);
  const picture = fs.readFileSync(await svg.path(), 'utf8');
  expect(picture).toContain('Mails DLQ');
  expect(picture).toMatch(/@font-face\{font-family:'Inter'.*base64,/);
  await page.keyboard.press('Escape');

  await page.getByText('Saved', { exact: true }).waitFor();
  await page.reload();
  await expectSize('7 components, 6 connections');
  await page.getByRole('button', { name: 'Export' }).click();
  const [again] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save JSON' }).click()]);
  expect(fs.readFileSync(await again.path(), 'utf8')).toBe(saved);
});

test('an example is one click away', async () => {
  await using app = await openApp();
  const { page } = app;
  for (const name of ['Ticket booking', 'Video streaming']) {
    await page.reload();
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('menuitem', { name: 'New diagram' }).click();
    await page.getByRole('button', { name: new RegExp(name) }).click();
    await page.getByText(/^No objection\./).waitFor();
  }
});
