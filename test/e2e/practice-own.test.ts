import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openApp } from '../support/app-page.ts';
import { hands } from '../support/hands.ts';
import { command, saved, write, yours } from '../support/own-scenario.ts';
import { violations } from '../support/violations.ts';

const drawn = 'client web "People"\nservice api "Parcel API"\nqueue jobs "Scans"\nweb -> api { peakRps: 100, access: write }\napi -> jobs';

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

  test('may have mistakes and curveballs, which the judge tries on the open diagram', async () => {
    await using app = await openApp();
    const { page } = app;
    await hands(page).open(drawn);
    const dialog = await yours(page);
    await write(dialog);

    await dialog.getByText('More: numbers and promises').click();
    await dialog.getByRole('textbox', { name: 'Availability target' }).fill('99.9 %');
    await dialog.getByRole('textbox', { name: 'Daily active users' }).fill('many');
    await dialog.getByText('Type a number.').waitFor();
    await dialog.getByRole('textbox', { name: 'Daily active users' }).fill('5,000');
    await dialog.getByText('More: phases').click();
    await dialog.getByRole('textbox', { name: 'Deep dives' }).fill('Says what a lost scan costs.');

    await dialog.getByText('More: mistakes').click();
    await dialog.getByRole('button', { name: 'Add a mistake' }).click();
    const mistake = dialog.getByRole('group', { name: 'Mistake 1' });
    await mistake.getByRole('textbox', { name: 'What goes wrong' }).fill('Scans are kept in one service only.');
    await mistake.getByRole('combobox', { name: 'Made where this holds' }).selectOption('not');
    await mistake.getByRole('combobox', { name: 'Fact', exact: true }).selectOption('has');
    await mistake.getByRole('combobox', { name: 'Of this sort' }).selectOption('core-database');

    await dialog.getByText('More: curveballs').click();
    await dialog.getByRole('button', { name: 'Add a curveball' }).click();
    const curveball = dialog.getByRole('group', { name: 'Curveball 1', exact: true });
    await curveball.getByRole('textbox', { name: 'Name' }).fill('Christmas');
    // The problem of the field that is left must not move what is being clicked.
    await curveball.getByRole('textbox', { name: 'What the interviewer says' }).click();
    await curveball.getByRole('button', { name: 'Add a check of curveball 1' }).click();
    await curveball.getByRole('textbox', { name: 'Requirement' }).fill('People bring a thousand writes a second.');
    await curveball.getByRole('textbox', { name: 'What the interviewer says' }).fill('Ten times the parcels.');
    await curveball.getByRole('combobox', { name: 'Load of the clients' }).selectOption('write');
    await curveball.getByRole('combobox', { name: 'Fact' }).selectOption('load');
    await curveball.getByRole('textbox', { name: 'At least' }).fill('1000');
    // Another fact chosen by mistake loses nothing.
    await curveball.getByRole('combobox', { name: 'Fact' }).selectOption('conditional');
    await curveball.getByRole('combobox', { name: 'Fact' }).selectOption('load');
    await dialog.getByRole('status').getByText('Nothing is wrong with it.').waitFor();

    await dialog.getByRole('button', { name: 'Try it' }).click();
    await dialog.getByRole('list', { name: 'Mistakes' }).getByText('Scans are kept in one service only.').waitFor();
    await dialog.getByRole('list', { name: 'Christmas' }).getByText('People brings 1,000 calls/s at peak.').waitFor();

    const row = await saved(dialog);
    await row.getByRole('button', { name: 'Edit' }).click();
    await dialog.getByText('As JSON', { exact: true }).click();
    expect(JSON.parse(await dialog.getByRole('textbox', { name: 'The scenario, as JSON' }).inputValue())).toMatchObject({
      settings: { interviewType: 'product', availabilityTarget: 0.999, dailyActiveUsers: 5000 },
      phases: { 'deep-dives': ['Says what a lost scan costs.'] },
      mistakes: [{ when: { fact: 'not', of: { fact: 'has', of: { kind: 'core-database' } } } }],
      curveballs: [{ title: 'Christmas', load: { access: 'write', times: 10 }, checks: [{ fact: { fact: 'load', atLeast: 1000 } }] }],
    });
  });

  test('leads to what is wrong, also where it is folded away', async () => {
    await using app = await openApp();
    const { page } = app;
    const focused = (): Promise<string | null | undefined> => page.evaluate(() => document.activeElement?.closest('[data-path]')?.getAttribute('data-path'));
    const dialog = await yours(page);
    await write(dialog);
    await dialog.getByText('More: mistakes').click();
    await dialog.getByRole('button', { name: 'Add a mistake' }).click();
    await dialog.getByText('More: mistakes').click();
    await dialog.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    await expect.poll(focused).toBe('mistakes.0.text');
    await dialog.getByRole('group', { name: 'Mistake 1' }).getByText('Must not be empty.').waitFor();
    await dialog.getByText('1 to mend').waitFor();
    await dialog.getByRole('textbox', { name: 'Brief' }).fill('');
    await dialog.getByRole('region', { name: 'Problems' }).getByRole('button', { name: 'brief must not be empty.' }).click();
    await expect.poll(focused).toBe('brief');
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
    await dialog.getByRole('group', { name: 'Of this sort: conditions 1' }).getByText('Must be a property of queue.').waitFor();
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

test.each(['light', 'dark'] as const)('axe finds nothing in %s', async (colorScheme) => {
  await using app = await openApp({ colorScheme });
  const { page } = app;
  const dialog = await yours(page);
  expect(await violations(page)).toEqual([]);
  await write(dialog);
  await dialog.getByRole('button', { name: 'Add a condition' }).click();
  await dialog.getByRole('button', { name: 'Add a check' }).click();
  await dialog.getByText('How it behaves').click();
  for (const name of ['numbers and promises', 'phases', 'mistakes', 'curveballs']) await dialog.getByText(`More: ${name}`).click();
  await dialog.getByRole('button', { name: 'Add a mistake' }).click();
  await dialog.getByRole('combobox', { name: 'Made where this holds' }).selectOption('all');
  await dialog.getByRole('button', { name: 'Add a curveball' }).click();
  await dialog.getByRole('button', { name: 'Add a check of curveball 1' }).click();
  await dialog.getByRole('button', { name: 'Try it' }).click();
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await dialog.getByRole('region', { name: 'Problems' }).getByText('checks.1.title must not be empty.').waitFor();
  expect(await violations(page)).toEqual([]);
  await dialog.getByText('As JSON', { exact: true }).click();
  expect(await violations(page)).toEqual([]);
});
