import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openApp } from '../support/app-page.ts';
import { hands } from '../support/hands.ts';
import { violations } from '../support/violations.ts';

const drawn = 'client web "Fans"\nservice a "Alpha"\nqueue q "Jobs"\nworker w "Mailer"\nweb -> a -> q -> w';
const rule = 'queue/missing-dead-letter-queue';

async function browse(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('rules: browse');
  await page.getByRole('option', { name: 'Rules: browse and configure' }).click();
  const dialog = page.getByRole('dialog', { name: 'Rules' });
  await dialog.waitFor();
  return dialog;
}

async function openRule(page: Page, id: string): Promise<Locator> {
  const dialog = await browse(page);
  await dialog.getByRole('searchbox', { name: 'Search the rules' }).fill(id);
  await dialog.getByRole('button', { name: id.split('/')[1] ?? '', exact: true }).click();
  await dialog.getByRole('article', { name: id }).waitFor();
  return dialog;
}

describe('pages', () => {
  test('the rule of a finding leads to its page, with everything about it', async () => {
    await using app = await openApp();
    const { page } = app;
    const { open, problem } = hands(page);
    await open(drawn);
    await problem(rule).getByRole('button', { name: /No dead-letter queue is drawn/ }).click();
    await problem(rule).getByRole('button', { name: rule, exact: true }).click();
    const article = page.getByRole('dialog', { name: 'Rules' }).getByRole('article', { name: rule });
    for (const heading of ['Why it matters', 'What to do', 'What an interviewer will ask', 'How it detects', 'When it stays silent', 'Sources']) await article.getByRole('heading', { name: heading }).waitFor();
    await article.getByText('“What happens to a message that fails five times?”').waitFor();
    await article.getByText(/I would add a dead-letter queue/).waitFor();
    await article.getByText('No dead-letter queue is drawn for jobs', { exact: false }).waitFor();
    await article.getByText('No objection.').waitFor();
    await article.getByRole('img', { name: /missing dead letter queue, bad example/i }).waitFor();
    expect(await article.getByRole('list', { name: 'Quick fixes' }).innerText()).toBe('Add a dead-letter queue');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(rule);
  });

  test('the list is searched, walked with arrow keys, and neighbours lead on', async () => {
    await using app = await openApp();
    const { page } = app;
    const dialog = await browse(page);
    expect(await dialog.getByRole('listitem').filter({ has: page.getByRole('combobox') }).count()).toBe(181);
    await dialog.getByRole('searchbox').fill('no such words anywhere');
    await dialog.getByText('No rule speaks of that.').waitFor();
    await dialog.getByRole('searchbox').fill('poison');
    await dialog.getByRole('button', { name: 'missing-dead-letter-queue' }).focus();
    await page.keyboard.press('Home');
    const [first] = await dialog.getByRole('article').evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
    await page.keyboard.press('ArrowDown');
    const [second] = await dialog.getByRole('article').evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
    expect(second).not.toBe(first);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(second?.split('/')[1]);
    await dialog.getByRole('searchbox').fill('');
    await dialog.getByRole('button', { name: 'no-producer', exact: true }).click();
    await dialog.getByRole('navigation').getByRole('button').last().click();
    await dialog.getByRole('article', { name: /^queue\/(?!no-producer)/ }).waitFor();
  });

  test('an example opens as a diagram of its own, and the one before is kept', async () => {
    await using app = await openApp();
    const { page } = app;
    await hands(page).open(drawn);
    const title = page.getByRole('textbox', { name: 'Diagram title' });
    await title.fill('Mine');
    const dialog = await openRule(page, rule);
    await dialog.getByRole('button', { name: 'Open this example: bad' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await title.inputValue()).toBe('Missing dead letter queue, bad example');
    await hands(page).problem(rule).waitFor();
    const kept = page.getByRole('menuitem', { name: 'Mine' });
    await expect.poll(async () => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Menu', exact: true }).click();
      return kept.waitFor({ timeout: 2000 }).then(() => true, () => false);
    }).toBe(true);
  });

  test('on a phone the list comes first, then the page', async () => {
    await using app = await openApp({ viewport: { width: 390, height: 844 }, hasTouch: true });
    const { page } = app;
    await page.getByRole('button', { name: 'Menu', exact: true }).tap();
    await page.getByRole('menuitem', { name: 'Rules: browse and configure' }).tap();
    const dialog = page.getByRole('dialog', { name: 'Rules' });
    expect(await dialog.getByRole('article').count()).toBe(0);
    await dialog.getByRole('button', { name: 'invalid-connection' }).tap();
    await dialog.getByRole('article', { name: 'model/invalid-connection' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await dialog.getByRole('button', { name: 'All rules' }).tap();
    await dialog.getByRole('button', { name: 'invalid-connection' }).waitFor();
  });
});

describe('configuration', () => {
  test('a severity counts at once, is counted, undone, and kept in the file', async () => {
    await using app = await openApp();
    const { page } = app;
    const { open, problem } = hands(page);
    await open(drawn);
    await problem(rule).waitFor();
    const dialog = await openRule(page, rule);
    await dialog.getByRole('group', { name: 'In this diagram' }).getByRole('radio', { name: 'Off', exact: true }).check();
    await dialog.getByRole('button', { name: '1 changed from the preset' }).waitFor();
    expect(await dialog.getByRole('combobox', { name: `Severity of ${rule}` }).inputValue()).toBe('off');
    await problem(rule).waitFor({ state: 'detached' });
    await dialog.getByRole('combobox', { name: `Severity of ${rule}` }).selectOption('error');
    await page.locator(`[data-rule="${rule}"][data-severity="error"]`).waitFor();
    await page.keyboard.press('Escape');
    const saved = page.waitForEvent('download');
    await page.keyboard.press('Control+s');
    const stream = await (await saved).createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(Buffer.from(chunk));
    expect(JSON.parse(Buffer.concat(chunks).toString())).toMatchObject({ settings: { lintConfig: { rules: { [rule]: 'error' } } } });
    await page.keyboard.press('Control+z');
    await problem(rule).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await page.locator(`[data-rule="${rule}"][data-severity="warning"]`).waitFor();
  });

  test('an option changes what the example raises, and is reset', async () => {
    await using app = await openApp();
    const { page } = app;
    const dialog = await openRule(page, 'connection/deep-synchronous-chain');
    const article = dialog.getByRole('article');
    await article.getByText('7 synchronous hops', { exact: false }).waitFor();
    await article.getByRole('textbox', { name: /maxHops/ }).fill('x');
    await article.getByText('Type a number from 0.').waitFor();
    await article.getByRole('textbox', { name: /maxHops/ }).fill('20');
    await article.getByText('No objection under the options of this diagram.').waitFor();
    await dialog.getByRole('button', { name: '1 changed from the preset' }).click();
    await dialog.getByRole('searchbox').fill('');
    expect(await dialog.getByRole('combobox').count()).toBe(1);
    await dialog.getByRole('button', { name: 'Reset', exact: true }).click();
    await article.getByText('7 synchronous hops', { exact: false }).waitFor();
    await dialog.getByRole('button', { name: '0 changed from the preset' }).waitFor();
  });

  test('a preset says what it does, and does it', async () => {
    await using app = await openApp();
    const { page } = app;
    await hands(page).open(drawn);
    await page.locator('section[aria-label="Problems"] [data-rule]').first().waitFor();
    const dialog = await browse(page);
    await dialog.getByRole('radio', { name: 'Off', exact: true }).first().check();
    await dialog.getByText('Nothing but the rules that are turned on one by one.').waitFor();
    await page.locator('section[aria-label="Problems"] [data-rule]').first().waitFor({ state: 'detached' });
    await dialog.getByRole('radio', { name: 'Strict' }).check();
    expect(await dialog.getByRole('combobox', { name: 'Severity of model/duplicate-name' }).locator('option').first().innerText()).toBe('Default (warning)');
    await page.locator('section[aria-label="Problems"] [data-rule]').first().waitFor();
    await dialog.getByRole('checkbox', { name: 'Fragment' }).check();
    await dialog.getByRole('checkbox', { name: 'Fragment', checked: true }).waitFor();
  });
});

describe('in the inspector', () => {
  const measured = 'client web "Fans"\nservice a "Alpha" { instances: 3, perInstanceRps: 200, availability: 0.999 }\nqueue q "Jobs"\nworker w "Mailer"\nweb -> a { peakRps: 300 }\na -> q -> w';

  test('estimates show their calculation, and lead to what they follow from', async () => {
    await using app = await openApp();
    const { page } = app;
    const { open, card } = hands(page);
    await open(measured);
    await card('Mailer').click();
    await page.getByRole('textbox', { name: 'Name' }).waitFor();
    await card('Alpha').click();
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await inspector.locator('summary', { hasText: 'Estimates' }).click();
    const estimates = inspector.getByRole('list', { name: 'Estimates', exact: true });
    expect((await estimates.locator('summary').allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '))).toEqual(['Rate in 300/s', 'Use 50 %', 'Outage a year 8.8 h']);
    await estimates.getByText('Use', { exact: true }).click();
    await estimates.getByText('Estimate: 300/s ÷ (3 × 200/s)').waitFor();
    await estimates.getByRole('button', { name: 'Instances: 3' }).click();
    expect(await page.evaluate(() => document.activeElement?.closest('[data-property]')?.getAttribute('data-property'))).toBe('instances');
    await estimates.getByRole('button', { name: 'Fans to Alpha, peak rate: 300/s' }).click();
    await inspector.getByRole('heading', { name: 'Connection' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.closest('[data-property]')?.getAttribute('data-property'))).toBe('peakRps');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('450');
    await card('Alpha').click();
    await inspector.locator('summary', { hasText: 'Estimates' }).click();
    await estimates.getByText('75 %').waitFor();
    await card('Fans').click();
    await inspector.getByRole('heading', { name: 'Fans' }).waitFor();
    expect(await inspector.locator('summary', { hasText: 'Estimates' }).count()).toBe(0);
  });

  test('a folded section says that a question waits inside, and answering folds nothing', async () => {
    await using app = await openApp();
    const { page } = app;
    const { open, card } = hands(page);
    await open(measured);
    await hands(page).problem(rule).waitFor();
    await card('Jobs').click();
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    const section = inspector.locator('details', { hasText: 'Redundancy and failure' });
    await section.locator('select, input').first().waitFor();
    const waiting = section.getByRole('img', { name: 'An open question waits for something in here.' });
    expect(await waiting.count()).toBe(0);
    await section.getByText('Redundancy and failure').click();
    await waiting.waitFor();
    await section.getByText('Redundancy and failure').click();
    const asked = section.locator('[data-property]').filter({ has: page.getByRole('img', { name: 'An open question waits for this.' }) });
    for (let left = await asked.count(); left > 0; left = await asked.count()) {
      const field = section.locator(`[data-property="${await asked.first().getAttribute('data-property')}"]`);
      if ((await field.getByRole('radio').count()) > 0) await field.getByText('Yes', { exact: true }).click();
      else if ((await field.getByRole('combobox').count()) > 0) await field.getByRole('combobox').selectOption({ index: 1 });
      else await field.getByRole('textbox').fill('2');
      await page.waitForFunction((name) => document.querySelector(`[data-property="${name}"]`)?.getAttribute('data-stated') === 'true', await field.getAttribute('data-property'));
    }
    expect(await section.evaluate((element) => element.hasAttribute('open'))).toBe(true);
  });

  test('fields of a connection are marked as well', async () => {
    await using app = await openApp();
    const { page } = app;
    const { open, centre } = hands(page);
    await open('client web "Fans"\nservice a "Alpha"\ncore-database d "Orders"\nweb -> a\na -> d');
    await page.locator('section[aria-label="Problems"] [data-rule]').first().waitFor();
    const [from, to] = [await centre('Alpha'), await centre('Orders')];
    await page.mouse.click((from.x + to.x) / 2, from.y);
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await inspector.getByRole('heading', { name: 'Connection' }).waitFor();
    expect(await inspector.getByRole('img', { name: /An open question waits/ }).count()).toBeGreaterThan(0);
  });
});

test.each(['light', 'dark'] as const)('axe finds nothing in %s', async (colorScheme) => {
  await using app = await openApp({ colorScheme });
  const { page } = app;
  const dialog = await openRule(page, rule);
  await dialog.getByRole('img', { name: /good example/i }).waitFor();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('searchbox').fill('');
  expect(await violations(page)).toEqual([]);
});
