import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openApp } from '../support/app-page.ts';
import { hands } from '../support/hands.ts';

const shop = 'service api "Shop"\nqueue jobs "Jobs"\nworker mailer "Mailer"\ndistributed-lock seats "Seats" { lockImplementation: redis, ttlMs: 0 }\napi -> jobs -> mailer\napi -> seats';
const shelved = 'service api "Shop"\nqueue jobs "Jobs"\nqueue mails "Mails"\nworker mailer "Mailer"\napi -> jobs -> mailer\napi -> mails -> mailer\nboundary vpc "Back office" [jobs, mails]';
const missing = 'queue/missing-dead-letter-queue';

const keysIn = (page: Page): Promise<string[]> => page.locator('[data-rule]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-rule') ?? ''));
const ghosts = (page: Page, fate: string) => page.locator(`[data-fate="${fate}"]`);

/** Rows of a service, a queue and a worker: each brings findings and questions of its own. */
function rows(count: number): string {
  const components = Array.from({ length: count }, (_, row) =>
    (['service', 'queue', 'worker'] as const).map((kind, column) => [`${kind}${row}`, { kind, name: `${kind} ${row}`, position: { x: column * 260, y: row * 120 }, properties: {} }] as const),
  ).flat();
  const connections = Array.from({ length: count }, (_, row) => [
    [`a${row}`, { from: `service${row}`, to: `queue${row}`, properties: {} }] as const,
    [`b${row}`, { from: `queue${row}`, to: `worker${row}`, properties: {} }] as const,
  ]).flat();
  return JSON.stringify({ format: 'caveat-diagram', version: 1, title: 'Rows', components: Object.fromEntries(components), connections: Object.fromEntries(connections) });
}

describe('the list', () => {
  test('groups by severity, component or category, folds, and F8 follows what is shown', async () => {
    await using app = await openApp();
    const { page } = app;
    const { open, problem } = hands(page);
    await open(shop);
    await problem(missing).waitFor();
    const list = page.getByRole('list', { name: 'Findings' });
    const heading = (name: RegExp) => list.getByRole('heading', { name });
    await heading(/^Errors 1$/).waitFor();
    await page.getByLabel('Group by').selectOption('By component');
    await heading(/^Jobs \d+$/).waitFor();
    await heading(/^Seats \d+$/).waitFor();
    expect(await heading(/^Errors/).count()).toBe(0);

    const shown = await keysIn(page);
    const walked: string[] = [];
    const current = page.getByRole('listitem').filter({ has: page.locator('[data-rule][data-open="true"]') });
    for (const _ of shown) {
      await page.keyboard.press('F8');
      await expect.poll(() => current.getAttribute('data-index')).not.toBe(walked.at(-1));
      walked.push((await current.getAttribute('data-index')) ?? '');
    }
    expect(walked).toEqual(walked.toSorted((a, b) => Number(a) - Number(b)));
    await page.keyboard.press('Shift+F8');
    await expect.poll(() => current.getAttribute('data-index')).toBe(walked.at(-2));

    await page.getByLabel('Group by').selectOption('By category');
    await heading(/^Operability \d+$/).getByRole('button').click();
    await problem(missing).waitFor({ state: 'detached' });
    await heading(/^Operability \d+$/).getByRole('button').click();
    await problem(missing).waitFor();
  });

  test('the search is always there, finds names, messages and rules, and keeps the focus', async () => {
    await using app = await openApp();
    const { page } = app;
    const { open, problem } = hands(page);
    await open(shelved);
    await problem(missing).first().waitFor();
    const search = page.getByRole('searchbox', { name: 'Search problems' });
    await search.click();
    await page.keyboard.type('mails dead-letter');
    await expect.poll(() => keysIn(page)).toEqual([missing]);
    await page.keyboard.type(' zebra');
    await page.getByText(/^Nothing matches\./).waitFor();
    expect(await search.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => problem(missing).count()).toBe(2);
  });

  test('200 findings stay readable: few rows are there, and their heading stays in view', async () => {
    await using app = await openApp();
    const { page } = app;
    const { openText, problem } = hands(page);
    await openText('rows.caveat.json', rows(100));
    await problem(missing).first().waitFor();
    const list = page.getByRole('list', { name: 'Findings' });
    const heading = list.getByRole('heading', { name: /^Warnings \d+$/ });
    expect(Number(/\d+/.exec(await heading.innerText())?.[0])).toBeGreaterThanOrEqual(100);
    expect(await list.getByRole('listitem').count()).toBeLessThan(60);
    const before = await heading.boundingBox();
    await list.hover();
    await page.mouse.wheel(0, 1500);
    await expect.poll(() => page.locator('[data-index]').evaluateAll((items) => Math.max(...items.map((item) => Number(item.getAttribute('data-index')))))).toBeGreaterThan(40);
    expect(Math.round((await heading.boundingBox())?.y ?? 0)).toBe(Math.round(before?.y ?? -1));

    await page.getByRole('button', { name: /properties are not stated/ }).click();
    const questions = page.getByRole('list', { name: 'Questions' });
    await questions.getByRole('heading').first().waitFor();
    expect(await questions.getByRole('listitem').count()).toBeLessThan(60);
    await page.getByRole('searchbox', { name: 'Search problems' }).fill('worker 77');
    await expect.poll(() => questions.getByRole('heading').allInnerTexts()).toEqual([expect.stringMatching(/^Worker 77/i)]);
  });

  test('a clean diagram says what was not checked, and leads to the field', async () => {
    await using app = await openApp();
    const { page } = app;
    const { open } = hands(page);
    await open('client web "Web"\nservice api "Shop"\nweb -> api\nsettings { lintConfig: { rules: { model/undeclared-key-properties: off } } }');
    await page.getByText(/^No objection\. \d+ rules? could not decide: \d+ propert(y is|ies are) not stated\.$/).waitFor();
    await page.getByRole('button', { name: /not stated$/ }).last().click();
    const question = page.getByRole('list', { name: 'Questions' }).getByRole('listitem').nth(1);
    const field = question.getByRole('button').nth(1);
    const label = (await field.innerText()).split(' of ')[0] ?? '';
    await field.click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[data-property]')?.querySelector('label')?.textContent)).toBe(label);
  });

  test('evidence leads to its record and field, the path to its components', async () => {
    await using app = await openApp();
    const { page } = app;
    const { open, problem } = hands(page);
    await open('service api "Shop"\ndistributed-cache cache "Carts" { writeStrategy: write-back, persistence: none, replicas: 0 }\ncore-database db "Orders"\napi -> cache { interaction: request, access: read-write }\napi -> db { access: read-write }');
    const row = problem('cache/write-back-without-durability');
    await row.getByRole('button').first().click();
    await row.getByRole('button', { name: 'Persistence = None' }).click();
    await page.getByRole('heading', { name: 'Carts', level: 2 }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[data-property]')?.getAttribute('data-property'))).toBe('persistence');
    await row.getByRole('button', { name: 'Shop', exact: true }).click();
    await page.getByRole('heading', { name: 'Shop', level: 2 }).waitFor();
  });
});

describe('the preview of a fix', () => {
  test('shows under the pointer what it adds and sets, and vanishes with the pointer', async () => {
    await using app = await openApp();
    const { page } = app;
    const { open, problem, expectSize } = hands(page);
    await open(shop);
    await problem(missing).getByRole('button', { name: 'Add a dead-letter queue' }).hover();
    const words = page.getByRole('tooltip');
    await words.getByText('Adds queue Jobs DLQ', { exact: true }).waitFor();
    await words.getByText(/^Sets Max delivery attempts = \d+ on Jobs$/).waitFor();
    await expect.poll(() => ghosts(page, 'added').count()).toBe(2);
    expect(await ghosts(page, 'changed').getAttribute('data-ghost')).toBe('jobs');
    await expectSize('4 components, 3 connections');
    await page.mouse.move(700, 200);
    await words.waitFor({ state: 'detached' });
    expect(await page.locator('[data-fate]').count()).toBe(0);
  });

  test('works without a pointer, and ends with Escape, with leaving, and with any edit', async () => {
    await using app = await openApp();
    const { page } = app;
    const { open, problem, expectSize } = hands(page);
    await open(shop);
    const fix = problem(missing).getByRole('button', { name: 'Add a dead-letter queue' });
    await problem(missing).getByRole('button').first().focus();
    await page.keyboard.press('Tab');
    await expect.poll(() => ghosts(page, 'added').count()).toBe(2);
    await page.keyboard.press('Escape');
    await expect.poll(() => ghosts(page, 'added').count()).toBe(0);
    expect(await fix.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await expect.poll(() => ghosts(page, 'added').count()).toBe(2);
    await page.keyboard.press('Shift+Tab');
    await expect.poll(() => ghosts(page, 'added').count()).toBe(0);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expectSize('5 components, 4 connections');
    expect(await page.locator('[data-fate]').count()).toBe(0);
    await page.keyboard.press('Control+z');
    await expectSize('4 components, 3 connections');
  });

  test('a removed connection is struck out', async () => {
    await using app = await openApp();
    const { page } = app;
    const { open } = hands(page);
    await open('client web "Web"\nqueue jobs "Jobs"\nworker mailer "Mailer"\nweb -> jobs -> mailer');
    const row = page.locator('[data-rule="client/publishes-to-broker"]');
    await row.getByRole('button').nth(1).hover();
    await expect.poll(() => ghosts(page, 'removed').count()).toBeGreaterThan(0);
    await expect.poll(() => ghosts(page, 'added').count()).toBeGreaterThan(0);
  });

  test('in a diagram of 5,000 components it draws what changes and nothing else', async () => {
    await using app = await openApp();
    const { page } = app;
    const { openText, problem } = hands(page);
    await openText('rows.caveat.json', rows(1667));
    await problem(missing).first().getByRole('button').first().click();
    await page.locator('.react-flow__node').first().waitFor();
    const nodes = await page.locator('.react-flow__node').count();
    await problem(missing).first().getByRole('button', { name: 'Add a dead-letter queue' }).hover();
    await expect.poll(() => page.locator('[data-fate]').count()).toBe(3);
    expect(await page.locator('.react-flow__node').count()).toBe(nodes);
  });

  test('under a finger it asks first', async () => {
    await using app = await openApp({ viewport: { width: 390, height: 844 }, hasTouch: true });
    const { page } = app;
    const { open, problem, expectSize } = hands(page);
    await open(shop);
    const fix = problem(missing).getByRole('button', { name: 'Add a dead-letter queue' });
    const asked = page.getByRole('dialog', { name: 'Add a dead-letter queue' });
    await fix.tap();
    await asked.getByText('Adds queue Jobs DLQ', { exact: true }).waitFor();
    await expectSize('4 components, 3 connections');
    await asked.getByRole('button', { name: 'Cancel' }).tap();
    await asked.waitFor({ state: 'detached' });
    await fix.tap();
    await asked.getByRole('button', { name: 'Apply' }).tap();
    await expectSize('5 components, 4 connections');
    await asked.waitFor({ state: 'detached' });
  });
});

describe('fix all safe ones', () => {
  const unsafe = 'client web "Web"\nservice api "Shop"\nservice stock "Stock"\ndistributed-lock seats "Seats" { lockImplementation: redis, ttlMs: none }\nweb -> api -> stock\napi -> seats';

  test('by its button: previewed, one step, with a notice that offers the way back', async () => {
    await using app = await openApp();
    const { page } = app;
    await hands(page).open(unsafe);
    const button = page.getByRole('button', { name: /^Fix \d+ safe ones?$/ });
    await button.hover();
    await page.getByRole('tooltip').getByText(/^Sets /).first().waitFor();
    await expect.poll(() => ghosts(page, 'changed').count()).toBeGreaterThan(0);
    await button.click();
    await page.getByText(/^Fixed \d+ findings?: /).waitFor();
    await button.waitFor({ state: 'detached' });
    await page.getByLabel('Notices').getByRole('button', { name: 'Undo' }).click();
    await button.waitFor();
    expect(await page.getByRole('button', { name: 'Undo', exact: true }).first().isDisabled()).toBe(true);
  });

  test('from the command palette', async () => {
    await using app = await openApp();
    const { page } = app;
    await hands(page).open(unsafe);
    const button = page.getByRole('button', { name: /^Fix \d+ safe ones?$/ });
    await button.waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('fix all safe');
    await page.keyboard.press('Enter');
    await page.getByText(/^Fixed \d+ findings?: /).waitFor();
    await button.waitFor({ state: 'detached' });
  });

  test('is not there where nothing is safe', async () => {
    await using app = await openApp();
    const { page } = app;
    const { open, problem } = hands(page);
    await open('service api "Shop"\nqueue jobs "Jobs"\nworker mailer "Mailer"\napi -> jobs -> mailer');
    await problem(missing).waitFor();
    expect(await page.getByRole('button', { name: /^Fix \d/ }).count()).toBe(0);
  });
});

test('a coach lets the candidate look first: errors are told when they are opened', async () => {
  await using app = await openApp();
  const { page } = app;
  const { open, problem } = hands(page);
  await open(`settings { lintConfig: { preset: interview-coach } }\n${shop}`);
  const error = problem('lock/no-expiry');
  await error.getByText('Seats: something is wrong here. Do you see it?').waitFor();
  expect(await error.getByText(/expir|hold/i).count()).toBe(0);
  await error.getByRole('button', { expanded: false }).click();
  await error.getByText(/expir/i).first().waitFor();
});

test('a large diagram says that it is being checked, and input goes on meanwhile', async () => {
  await using app = await openApp();
  const { page } = app;
  const { openText } = hands(page);
  await page.evaluate(() => {
    // It is there for a moment only: noted when it comes.
    new MutationObserver(() => {
      const status = [...document.querySelectorAll('[role="status"]')].find(({ textContent }) => textContent?.includes('Checking'));
      if (status) document.body.dataset['checked'] = 'true';
    }).observe(document.body, { childList: true, subtree: true });
  });
  await openText('rows.caveat.json', rows(700));
  await page.locator('body[data-checked="true"]').waitFor();
  await page.getByRole('button', { name: /\d{3,} warnings/ }).waitFor();
  await page.getByRole('status').filter({ hasText: 'Checking' }).waitFor({ state: 'detached' });
});
