import fs from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { usualMinutes } from '#practice/interview/phases.ts';
import { scenarios } from '#practice/scenarios.ts';
import { challengeHash } from '#ui/practice/challenge-link.ts';
import { openApp } from '../support/app-page.ts';
import { hands } from '../support/hands.ts';
import { violations } from '../support/violations.ts';

const drawn = 'client web "People"\nservice api "Parcel API"\nqueue jobs "Scans"\nweb -> api -> jobs';

async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill(words);
  await page.keyboard.press('Enter');
}

async function yours(page: Page): Promise<Locator> {
  await page.getByTestId('open-file').waitFor({ state: 'attached' });
  await command(page, 'write your own scenario');
  const dialog = page.getByRole('dialog', { name: 'Practise' });
  await dialog.getByRole('button', { name: 'Open a file' }).waitFor();
  return dialog;
}

/** Writes the smallest scenario that can be judged: one check, a queue. */
async function write(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: 'New' }).click();
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Parcel tracking');
  await dialog.getByRole('textbox', { name: 'Brief' }).fill('Tell people where their parcel is.');
  await dialog.getByRole('textbox', { name: 'Functional requirements', exact: true }).fill('See where a parcel is.\nHear of a delay.');
  await dialog.getByRole('textbox', { name: 'Name of a new entity' }).fill('Parcel');
  await dialog.getByRole('textbox', { name: 'Name of a new entity' }).press('Enter');
  await dialog.getByRole('button', { name: 'Add a check' }).click();
  await dialog.getByRole('textbox', { name: 'Requirement', exact: true }).fill('Scans wait in a queue.');
  await dialog.getByRole('combobox', { name: 'Fact' }).selectOption('has');
  await dialog.getByText('Components of this sort are there, one or at least so many.').waitFor();
  await dialog.getByRole('combobox', { name: 'Of this sort' }).selectOption('queue');
}

const saved = async (dialog: Locator): Promise<Locator> => {
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  const row = dialog.getByRole('listitem', { name: 'Parcel tracking', exact: true });
  await row.waitFor();
  return row;
};

const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
const withClipboard = { permissions: ['clipboard-read', 'clipboard-write'] };

describe('a scenario of one\'s own', () => {
  test('is written by the form, tried on the open diagram, practised, exported and opened again', async () => {
    await using app = await openApp();
    const { page } = app;
    await hands(page).open(drawn);
    const dialog = await yours(page);
    await write(dialog);
    await dialog.getByRole('button', { name: 'Use the open diagram as the reference' }).click();
    expect(await dialog.getByRole('textbox', { name: 'Reference, as text' }).inputValue()).toContain('parcel-api -> scans');
    await dialog.getByRole('button', { name: 'Try it' }).click();
    await dialog.getByRole('region', { name: 'The open diagram' }).getByText('Scans is a queue').waitFor();
    const row = await saved(dialog);
    await row.getByText('1 check · Medium · Product').waitFor();

    const exported = page.waitForEvent('download');
    await row.getByRole('button', { name: 'Export as file' }).click();
    const file = await exported;
    expect(file.suggestedFilename()).toBe('parcel-tracking.caveat-scenario.json');
    const text = fs.readFileSync(await file.path(), 'utf8');

    await row.getByRole('button', { name: 'Remove' }).click();
    await row.waitFor({ state: 'detached' });
    await page.getByTestId('open-scenario').setInputFiles({ name: 'mine.caveat-scenario.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await row.waitFor();

    await row.getByRole('button', { name: 'Practise' }).click();
    const page1 = dialog.getByRole('article', { name: 'Parcel tracking' });
    await page1.getByText('Tell people where their parcel is.').waitFor();
    await page1.getByRole('button', { name: 'Start the interview' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('See where a parcel is.').first().waitFor({ state: 'attached' });
  });

  test('says what is wrong with it, where, and as text too', async () => {
    await using app = await openApp();
    const { page } = app;
    const dialog = await yours(page);
    await dialog.getByText('Write an interview of your own').waitFor();
    await dialog.getByRole('button', { name: 'New' }).click();
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    const problems = dialog.getByRole('region', { name: 'Problems' });
    await problems.getByText('checks must hold one check at least.').waitFor();
    await dialog.getByRole('button', { name: 'Discard' }).click();
    await write(dialog);
    await dialog.getByRole('button', { name: 'Add a condition' }).click();
    await dialog.getByRole('combobox', { name: 'Property' }).selectOption('maxDeliveryAttempts');
    await dialog.getByRole('combobox', { name: 'Operator' }).selectOption('>=');
    await dialog.getByRole('textbox', { name: 'Value' }).fill('3');
    await dialog.getByRole('status').getByText('Nothing is wrong with it.').waitFor();
    await dialog.getByText('As JSON', { exact: true }).click();
    const json = dialog.getByRole('textbox', { name: 'The scenario, as JSON' });
    const whole = await json.inputValue();
    expect(JSON.parse(whole)).toMatchObject({ id: 'parcel-tracking', checks: [{ fact: { fact: 'has', of: { kind: 'queue', where: [['maxDeliveryAttempts', '>=', 3]] } } }] });
    await json.fill(whole.replace('"has"', '"hass"'));
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await problems.getByText('checks.0.fact.fact must be an object whose', { exact: false }).waitFor();
    await json.fill(whole.replace('"maxDeliveryAttempts"', '"wings"'));
    await problems.getByText('checks.0.fact.of.where.0.0 must be a property of queue.').waitFor();
    await dialog.getByText('Form', { exact: true }).click();
    await dialog.getByRole('group', { name: 'Check 1' }).getByText('checks.0.fact.of.where.0.0 must be a property of queue.').waitFor();
    await dialog.getByRole('combobox', { name: 'Property' }).selectOption('ordering');
    await dialog.getByRole('status').getByText('Nothing is wrong with it.').waitFor();

    // Nothing is lost while the page is closed.
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await command(page, 'write your own scenario');
    await expect.poll(() => dialog.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Parcel tracking');
    await saved(dialog);
  });

  test('keeps the focus where rows come and go', async () => {
    await using app = await openApp();
    const { page } = app;
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() ?? '');
    const dialog = await yours(page);
    await dialog.getByRole('button', { name: 'New' }).press('Enter');
    await expect.poll(() => dialog.getByRole('textbox', { name: 'Title' }).evaluate((field) => field === document.activeElement)).toBe(true);
    await dialog.getByRole('button', { name: 'Discard' }).press('Enter');
    await expect.poll(focused).toBe('Undo');
    await write(dialog);
    await dialog.getByRole('button', { name: 'Add a condition' }).click();
    await dialog.getByRole('button', { name: 'Remove of this sort: conditions 1' }).press('Enter');
    await expect.poll(focused).toBe('Add a condition');
    await dialog.getByRole('button', { name: 'Remove check 1' }).press('Enter');
    await expect.poll(focused).toBe('Add a check');
    await dialog.getByRole('button', { name: 'Remove Parcel' }).press('Enter');
    await expect.poll(focused).toBe('Name of a new entity');
  });

  test('a file with faults opens as text, with their paths', async () => {
    await using app = await openApp();
    const { page } = app;
    const dialog = await yours(page);
    const text = JSON.stringify({ format: 'caveat-scenario', version: 1, id: 'x', title: 'X', type: 'sport', brief: 'B', checks: [{ id: 'C1', title: 'T', mandatory: true, fact: { fact: 'no-errors' } }] });
    await page.getByTestId('open-scenario').setInputFiles({ name: 'x.caveat-scenario.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await dialog.getByRole('region', { name: 'Problems' }).getByText('type must be product or infrastructure.').waitFor();
    expect(await dialog.getByRole('textbox', { name: 'The scenario, as JSON' }).inputValue()).toBe(text);
  });

  test('is removed and brought back', async () => {
    await using app = await openApp();
    const { page } = app;
    const dialog = await yours(page);
    await write(dialog);
    const row = await saved(dialog);
    await row.getByRole('button', { name: 'Remove' }).click();
    await row.waitFor({ state: 'detached' });
    await dialog.getByRole('button', { name: 'Undo' }).click();
    await row.waitFor();
  });
});

describe('links', () => {
  test('bring a scenario of somebody\'s own into a fresh profile', async () => {
    await using mine = await openApp(withClipboard);
    const dialog = await yours(mine.page);
    await write(dialog);
    await (await saved(dialog)).getByRole('button', { name: 'Copy link' }).click();
    await expect.poll(() => clipboard(mine.page)).toContain('#practise=');
    const link = await clipboard(mine.page);

    await using theirs = await openApp();
    await theirs.page.goto('about:blank');
    await theirs.page.goto(link);
    const article = theirs.page.getByRole('dialog', { name: 'Practise' }).getByRole('article', { name: 'Parcel tracking' });
    await article.getByText('Somebody challenges you.', { exact: false }).waitFor();
    expect(theirs.page.url()).toBe(inject('address'));
    await theirs.page.reload();
    await (await yours(theirs.page)).getByRole('listitem', { name: 'Parcel tracking', exact: true }).waitFor();
  });

  test('challenge with the settings of whoever copied them, also while another diagram is brought back', async () => {
    await using app = await openApp(withClipboard);
    const { page } = app;
    await hands(page).open(drawn);
    await command(page, 'choose an interview');
    const article = page.getByRole('dialog', { name: 'Practise' }).getByRole('article');
    const title = scenarios[0]?.title ?? '';
    await article.getByRole('spinbutton', { name: 'API' }).fill('9');
    await article.getByRole('button', { name: 'Challenge a friend: copy link' }).click();
    await expect.poll(() => clipboard(page)).toContain('#practise=');
    const link = await clipboard(page);
    await expect.poll(() => page.evaluate(() => localStorage.getItem('caveat-open'))).not.toBeNull();
    await page.goto('about:blank');
    await page.goto(link);
    await article.and(page.getByRole('article', { name: title })).getByText('Somebody challenges you.', { exact: false }).waitFor();
    expect(await article.getByRole('spinbutton', { name: 'API' }).inputValue()).toBe('9');
    await hands(page).card('Parcel API').waitFor({ state: 'attached' });
    await article.getByRole('button', { name: 'Use the open diagram' }).waitFor();
  });

  test('that are followed in an open page, and that are broken', async () => {
    await using app = await openApp();
    const { page } = app;
    const hash = await challengeHash(scenarios[1] ?? scenarios[0] ?? expect.fail('There are no scenarios.'), { minutes: { ...usualMinutes, api: 11 }, curveball: 'none' });
    await page.evaluate((next) => void (window.location.hash = next), hash.slice(0, -9));
    await page.getByText('This link cannot be read. It was probably cut off; ask for it again.').waitFor();
    await page.evaluate((next) => void (window.location.hash = next), hash);
    const article = page.getByRole('article', { name: scenarios[1]?.title ?? '' });
    await expect.poll(() => article.getByRole('spinbutton', { name: 'API' }).inputValue()).toBe('11');
    expect(await page.evaluate(() => window.location.hash)).toBe('');
  });
});

test.each(['light', 'dark'] as const)('axe finds nothing in %s', async (colorScheme) => {
  await using app = await openApp({ colorScheme });
  const { page } = app;
  const dialog = await yours(page);
  expect(await violations(page)).toEqual([]);
  await write(dialog);
  await dialog.getByRole('button', { name: 'Add a condition' }).click();
  await dialog.getByRole('button', { name: 'Add a check' }).click();
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await dialog.getByRole('region', { name: 'Problems' }).getByText('checks.1.title must not be empty.').waitFor();
  expect(await violations(page)).toEqual([]);
  await dialog.getByText('As JSON', { exact: true }).click();
  expect(await violations(page)).toEqual([]);
});
