import { describe, expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { writeDiagram } from '#formats/json/write.ts';
import { openApp } from '../support/app-page.ts';
import { hands } from '../support/hands.ts';
import { command, library, next, rulesShown, start, toDesign } from '../support/interview-hands.ts';
import { violations } from '../support/violations.ts';

const drawn = 'client web "Fans"\nservice a "Alpha" { instances: 1, autoScaling: none }\nqueue q "Jobs" { durability: none }\nworker w "Mailer"\nweb -> a { access: write, peakRps: 900 }\na -> q -> w';
const places = { web: [0, 0], a: [0, 140], q: [0, 280], w: [0, 420] } as const;

describe('the library', () => {
  test('is searched, filtered and walked; what is not known yet stays unsaid', async () => {
    await using app = await openApp();
    const dialog = await library(app.page);
    const rows = dialog.getByRole('list', { name: 'Interviews' }).getByRole('button');
    const all = await rows.count();
    expect(all).toBeGreaterThan(1);
    await dialog.getByRole('searchbox').fill('no such words');
    await dialog.getByText('No interview is like that.', { exact: false }).waitFor();
    await dialog.getByRole('searchbox').fill('bitly');
    await expect.poll(() => rows.count()).toBe(1);
    const article = dialog.getByRole('article', { name: /URL shortener/ });
    await article.getByText('This is all that the interviewer says at first.', { exact: false }).waitFor();
    expect(await article.innerText()).not.toContain('100,000');
    await article.getByRole('spinbutton', { name: 'Deep dives' }).fill('20');
    await article.getByText('50 minutes').waitFor();
    await dialog.getByRole('searchbox').fill('');
    await dialog.getByRole('combobox', { name: 'Difficulty' }).selectOption('easy');
    const easy = await rows.count();
    expect(easy).toBeLessThan(all);
    expect(easy).toBeGreaterThan(0);
    await dialog.getByRole('combobox', { name: 'Own progress' }).selectOption('complete');
    await expect.poll(() => rows.count()).toBe(0);
    await dialog.getByRole('combobox', { name: 'Own progress' }).selectOption('');
    await dialog.getByRole('combobox', { name: 'Difficulty' }).selectOption('');
    await rows.first().press('End');
    await expect.poll(() => rows.last().getAttribute('aria-current')).toBe('true');
    await dialog.getByRole('button', { name: 'Surprise me' }).press('Enter');
    await expect.poll(() => app.page.evaluate(() => document.activeElement?.textContent)).toBe('Start the interview');
  });

  test('on a phone the list comes first, then the page, then the notebook over the canvas', async () => {
    await using app = await openApp({ viewport: { width: 390, height: 844 }, hasTouch: true });
    const { page } = app;
    await page.getByRole('button', { name: 'Practise', exact: true }).tap();
    const dialog = page.getByRole('dialog', { name: 'Practise' });
    await dialog.getByRole('button', { name: /URL shortener/ }).tap();
    await dialog.getByRole('button', { name: 'Start the interview' }).tap();
    await page.getByRole('timer').waitFor();
    await page.getByRole('group', { name: /What it must do/ }).getByRole('checkbox').first().tap();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.getByRole('button', { name: 'Close the side panel' }).tap();
    await page.getByRole('toolbar').getByRole('button', { name: 'Pause' }).tap();
    await page.getByText('Paused', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Notebook' }).tap();
    await page.getByRole('group', { name: /What it must do/ }).waitFor();
    await page.getByRole('button', { name: 'Close the side panel' }).tap();
    await page.getByRole('toolbar').getByRole('button', { name: 'Reveal' }).tap();
    await page.getByRole('dialog', { name: 'Reveal?' }).getByRole('button', { name: 'Reveal' }).tap();
    await page.getByRole('heading', { name: /the debrief$/ }).waitFor();
  });
});

test.each([
  ['light', 1440, 900],
  ['dark', 1024, 768],
] as const)('a whole interview by keyboard, %s, %s by %s', async (colorScheme, width, height) => {
  await using app = await openApp({ colorScheme, viewport: { width, height } });
  const { page } = app;
  const { expectSize } = hands(page);
  await start(page);
  expect(await page.getByRole('textbox', { name: 'Diagram title' }).inputValue()).toBe('URL shortener (Bitly)');

  const must = page.getByRole('group', { name: /What it must do/ });
  await must.getByRole('checkbox').first().press('Space');
  await must.getByText('1 of 3').waitFor();
  await page.keyboard.press('Control+z');
  await must.getByText('0 of 3').waitFor();
  await must.getByRole('checkbox').last().press('Space');

  await page.getByRole('button', { name: 'Next: Core entities' }).press('Enter');
  const name = page.getByRole('textbox', { name: 'Name of a new entity' });
  for (const entity of ['Short URL', 'Owner']) {
    await name.fill(entity);
    await name.press('Enter');
  }
  const entities = page.getByRole('list', { name: 'Entities', exact: true });
  await entities.getByText('The interviewer calls it Link.').waitFor();
  await entities.getByRole('combobox', { name: 'Mutability' }).first().selectOption('immutable');
  expect(await page.getByText('The interviewer also means', { exact: false }).count()).toBe(0);

  await page.getByRole('button', { name: 'Next: API' }).press('Enter');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Interview guide');
  await page.getByRole('textbox', { name: 'API sketch' }).fill('POST /links { url } -> 201 { code }');
  await page.getByRole('button', { name: /^Core entities/ }).press('Enter');
  await page.getByText('The interviewer also means: Click.', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Add Click' }).press('Enter');
  await entities.getByText('The interviewer means it too.').waitFor();

  await next(page, 'High-level design');
  const palette = page.getByRole('navigation', { name: 'Palette' });
  for (const entry of ['client', 'service', 'relational-database']) {
    await palette.locator(`[data-entry="${entry}"]`).press('Enter');
    await page.keyboard.press('Enter');
  }
  await expectSize('3 components, 0 connections');
  await page.getByRole('tab', { name: 'Interview' }).press('Enter');
  await page.getByRole('button', { name: 'No connection carries Short URL.' }).waitFor();

  await page.getByRole('button', { name: 'Next: Deep dives' }).press('Enter');
  await page.getByRole('combobox', { name: 'Where' }).selectOption({ label: 'Service' });
  const picker = page.getByRole('combobox', { name: 'Name a weakness' });
  await picker.fill('single point');
  await picker.press('ArrowDown');
  await picker.press('ArrowUp');
  await picker.press('Enter');
  const named = page.getByRole('list', { name: 'Named', exact: true });
  await named.getByText('Service', { exact: true }).waitFor();
  await page.getByRole('textbox', { name: 'Decisions' }).fill('Key-value for the links.');

  await command(page, 'Interview: take a hint');
  const card = page.getByRole('group', { name: 'The interviewer says' });
  await card.getByText(/It costs \d points/).waitFor();
  await card.getByRole('button', { name: 'Take the hint' }).press('Enter');
  await page.getByRole('list', { name: 'Hints' }).getByText('Hint 1').waitFor();
  await page.getByRole('toolbar').getByRole('button', { name: 'What would you ask me?' }).press('Enter');
  await page.getByRole('list', { name: 'Questions asked' }).getByRole('button').waitFor();
  await card.getByRole('button', { name: 'Show me where' }).press('Enter');
  await page.getByRole('tablist', { name: 'Side panel' }).getByRole('tab', { name: 'Properties', selected: true }).waitFor();

  await command(page, 'Interview: reveal');
  const dialog = page.getByRole('dialog', { name: 'Reveal?' });
  await dialog.getByRole('button', { name: 'Reveal' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(/Revealed after \d/).waitFor();
  await page.getByRole('tab', { name: 'Interview' }).press('Enter');
  await page.getByRole('heading', { name: 'What an interviewer would object to' }).waitFor();
  await library(page);
  await page.getByRole('combobox', { name: 'Own progress' }).selectOption('tried');
  await page.getByRole('table').getByRole('row').nth(1).waitFor();
});

test('the judge says nothing, then what the drawing shows, then asks, then says everything', async () => {
  await using app = await openApp();
  const { page } = app;
  await hands(page).open(drawn, places);
  await expect.poll(async () => (await rulesShown(page)).length).toBeGreaterThan(0);
  await start(page, 'Use the open diagram');
  await page.getByText('The interviewer keeps quiet until you draw the design.').waitFor();
  await hands(page).card('Alpha').waitFor();
  expect(await rulesShown(page)).toEqual([]);
  await toDesign(page);
  await expect.poll(async () => (await rulesShown(page)).length).toBeGreaterThan(0);
  const structure = await rulesShown(page);
  expect(await page.getByRole('button', { name: /not stated$/ }).count()).toBe(0);
  await next(page, 'Deep dives');
  await page.getByRole('button', { name: /not stated$/ }).waitFor();
  expect(await rulesShown(page)).toEqual(structure);
  await command(page, 'Interview: reveal');
  await page.getByRole('dialog', { name: 'Reveal?' }).getByRole('button', { name: 'Reveal' }).press('Enter');
  await expect.poll(async () => (await rulesShown(page)).length).toBeGreaterThan(structure.length);
  expect(await rulesShown(page)).toEqual(expect.arrayContaining([...structure]));
});

test('a design for a scenario that is not here is judged like every other', async () => {
  await using app = await openApp();
  const { page } = app;
  await hands(page).openText('friend.caveat.json', writeDiagram({ ...sketch(drawn), practice: { scenario: 'of-a-friend' } }));
  await page.getByText('which this browser does not have', { exact: false }).waitFor();
  await expect.poll(async () => (await rulesShown(page)).length).toBeGreaterThan(0);
});

test.each([
  ['light', 1440, 900],
  ['dark', 1024, 768],
] as const)('axe finds nothing in %s at %i by %i', async (colorScheme, width, height) => {
  await using app = await openApp({ colorScheme, viewport: { width, height } });
  const { page } = app;
  const dialog = await library(page);
  await dialog.getByRole('article').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await start(page);
  expect(await violations(page)).toEqual([]);
  await next(page, 'Core entities');
  const name = page.getByRole('textbox', { name: 'Name of a new entity' });
  await name.fill('Short URL');
  await name.press('Enter');
  await page.getByText('The interviewer calls it Link.').waitFor();
  expect(await violations(page)).toEqual([]);
  await next(page, 'API');
  await page.getByRole('button', { name: /^Core entities/ }).press('Enter');
  expect(await violations(page)).toEqual([]);
  await next(page, 'High-level design');
  await page.getByRole('combobox', { name: 'Name a weakness' }).fill('retry');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByRole('toolbar').getByRole('button', { name: 'Deal a curveball' }).press('Enter');
  await page.getByRole('button', { name: 'I have answered' }).waitFor();
  await command(page, 'Interview: take a hint');
  await page.getByRole('button', { name: 'Take the hint' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('toolbar').getByRole('button', { name: 'Pause' }).press('Enter');
  expect(await violations(page)).toEqual([]);
});
