import { describe, expect, test } from 'vitest';
import { openApp } from '../support/app-page.ts';
import { hands } from '../support/hands.ts';
import { command, library, next, rulesShown, start, toDesign } from '../support/interview-hands.ts';

const drawn = 'client web "Fans"\nservice a "Alpha" { instances: 1, autoScaling: none }\nqueue q "Jobs" { durability: none }\nworker w "Mailer"\nweb -> a { access: write, peakRps: 900 }\na -> q -> w';
const places = { web: [0, 0], a: [0, 140], q: [0, 280], w: [0, 420] } as const;

test('a curveball changes the requirements once, and is answered', async () => {
  await using app = await openApp();
  const { page } = app;
  await hands(page).open(drawn, places);
  await start(page, 'Use the open diagram');
  await toDesign(page);
  const deal = page.getByRole('toolbar').getByRole('button', { name: 'Deal a curveball' });
  await deal.press('Enter');
  const answered = page.getByRole('button', { name: 'I have answered' });
  await answered.waitFor();
  expect(await deal.isDisabled()).toBe(true);
  await page.reload();
  await answered.press('Enter');
  await answered.waitFor({ state: 'detached' });
  await page.getByText('Answered.').waitFor();
});

test('as a surprise it comes by itself, in the deep dives', async () => {
  await using app = await openApp();
  const { page } = app;
  await page.clock.install();
  const dialog = await library(page);
  await dialog.getByRole('searchbox').fill('shortener');
  await dialog.getByRole('radio', { name: 'As a surprise' }).check();
  await dialog.getByRole('button', { name: 'Start the interview' }).press('Enter');
  await page.getByRole('timer').waitFor();
  await page.clock.fastForward('20:00');
  expect(await page.getByRole('button', { name: 'I have answered' }).count()).toBe(0);
  await toDesign(page);
  await next(page, 'Deep dives');
  await page.clock.fastForward('14:00');
  await page.getByRole('button', { name: 'I have answered' }).waitFor();
});

describe('the clock', () => {
  test('runs while the tab is closed, stands while paused, and goes over calmly', async () => {
    await using app = await openApp();
    const { page } = app;
    await page.clock.install();
    await start(page);
    const timer = page.getByRole('timer');
    await page.clock.fastForward('02:00');
    await expect.poll(() => timer.innerText()).toMatch(/^(3:00|2:[45]\d)$/);
    await page.getByRole('group', { name: /How well/ }).getByRole('checkbox').first().press('Space');
    await page.getByRole('textbox', { name: 'Notes' }).fill('Nothing about billing.');
    await page.getByText('Saved', { exact: true }).waitFor();
    const before = await page.evaluate(() => Date.now());
    await page.reload();
    await timer.waitFor();
    const lost = (await page.evaluate(() => Date.now())) - before;
    const left = 180 - lost / 1000;
    await expect.poll(async () => Math.abs(seconds(await timer.innerText()) - left) < 40).toBe(true);
    expect(await page.getByRole('textbox', { name: 'Notes' }).inputValue()).toBe('Nothing about billing.');
    expect(await page.getByRole('group', { name: /How well/ }).getByRole('checkbox').first().isChecked()).toBe(true);
    await page.clock.fastForward('04:00');
    await expect.poll(() => timer.innerText()).toMatch(/^\+\d+:\d\d$/);
    await page.getByRole('toolbar').getByRole('button', { name: 'Pause' }).press('Enter');
    await page.getByText('Paused', { exact: true }).waitFor();
    const paused = await timer.innerText();
    await page.clock.fastForward('10:00');
    expect(await timer.innerText()).toBe(paused);
    await page.reload();
    await page.getByText('Paused', { exact: true }).waitFor();
    expect(await timer.innerText()).toBe(paused);
    await command(page, 'Interview: pause or resume');
    await page.getByText('Paused', { exact: true }).waitFor({ state: 'detached' });
  });

  test('a second tab has the notebook on a copy, and a clock of its own', async () => {
    await using app = await openApp();
    const { page } = app;
    await start(page);
    await page.getByRole('group', { name: /What it must do/ }).getByRole('checkbox').first().press('Space');
    await page.getByText('Saved', { exact: true }).waitFor();
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByText('A notebook for URL shortener (Bitly), without a clock.').waitFor();
    expect(await other.getByRole('group', { name: /What it must do/ }).getByRole('checkbox').first().isChecked()).toBe(true);
    await other.getByRole('button', { name: 'Start the clock' }).press('Enter');
    await other.getByRole('timer').waitFor();
    await next(other, 'Core entities');
    await page.reload();
    await page.getByRole('timer').waitFor();
    await page.getByRole('toolbar').getByText('Requirements', { exact: true }).waitFor();
    await other.reload();
    await other.getByRole('timer').waitFor();
    await other.getByRole('toolbar').getByText('Core entities', { exact: true }).waitFor();
  });

  test('an interview can be given up, and its undone beginning leaves no trace', async () => {
    await using app = await openApp();
    const { page } = app;
    await hands(page).open(drawn, places);
    await start(page, 'Use the open diagram');
    await hands(page).card('Alpha').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('timer').waitFor({ state: 'detached' });
    await expect.poll(async () => (await rulesShown(page)).length).toBeGreaterThan(0);
    await start(page, 'Use the open diagram');
    await page.getByRole('button', { name: 'End the interview' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'End without the reveal' }).press('Enter');
    await page.getByText(/Ended after \d/).waitFor();
    await expect.poll(async () => (await rulesShown(page)).length).toBeGreaterThan(0);
  });
});

/** What a clock shows, in seconds; below zero once it is over. */
function seconds(text: string): number {
  const [minutes = 0, rest = 0] = text.replace('+', '').split(':').map(Number);
  return (text.startsWith('+') ? -1 : 1) * (minutes * 60 + rest);
}
