import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { usualMinutes } from '#practice/interview/phases.ts';
import { scenarios } from '#practice/scenarios.ts';
import { challengeHash } from '#ui/practice/challenge-link.ts';
import { openApp } from '../support/app-page.ts';
import { hands } from '../support/hands.ts';
import { command, saved, write, yours } from '../support/own-scenario.ts';

const drawn = 'client web "People"\nservice api "Parcel API"\nweb -> api';

const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
const withClipboard = { permissions: ['clipboard-read', 'clipboard-write'] };

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
