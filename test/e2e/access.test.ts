import { describe, expect, test } from 'vitest';
import { openApp } from '../support/app-page.ts';
import { hands } from '../support/hands.ts';
import { violations } from '../support/violations.ts';

const drawn = 'client web "Fans"\nservice a "Alpha"\nqueue q "Jobs"\nworker w "Mailer"\nweb -> a -> q -> w';

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each([
    [1440, 900],
    [1024, 768],
    [390, 844],
  ])('axe finds nothing at %i by %i', async (width, height) => {
    await using app = await openApp({ colorScheme, viewport: { width, height } });
    const { page } = app;
    const { open, centre } = hands(page);
    expect(await violations(page)).toEqual([]);
    await open(drawn, { a: [0, 140], q: [0, 280], w: [0, 420], web: [0, 0] });
    await page.locator('[data-rule]').first().waitFor();
    expect(await violations(page)).toEqual([]);
    if (width < 820) return;
    const { x, y } = await centre('Jobs');
    await page.mouse.click(x, y);
    await page.getByRole('tab', { name: 'Properties' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('tab', { name: /Findings/ }).click();
    await page.getByText('What to do.').first().waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('axe finds nothing where nothing is selected, and entities are folded or open', async () => {
    await using app = await openApp({ colorScheme });
    const { page } = app;
    await hands(page).open(`${drawn}\nentity order "Order" { lossTolerant: false }\nentity mail "Mail"`);
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    const order = inspector.getByText('Order', { exact: true });
    await order.waitFor();
    expect(await violations(page)).toEqual([]);
    await order.click();
    await inspector.getByRole('textbox', { name: 'Name' }).first().waitFor();
    expect(await violations(page)).toEqual([]);
    await inspector.getByRole('button', { name: 'Remove Mail' }).click();
    await inspector.getByText('Mail', { exact: true }).waitFor({ state: 'detached' });
    await inspector.getByRole('textbox', { name: 'Name' }).first().waitFor();
  });

  test.each([
    [1440, 900],
    [390, 844],
  ])('axe finds nothing in what the Problems panel shows at %i by %i', async (width, height) => {
    await using app = await openApp({ colorScheme, viewport: { width, height } });
    const { page } = app;
    const { open, problem } = hands(page);
    await open(`${drawn}\nboundary vpc "VPC" [q]\naccept cache/stampede-risk on a "There was a cache once."`, { web: [0, 0], a: [0, 140], q: [0, 280], w: [0, 420] });
    const row = problem('queue/missing-dead-letter-queue');
    await row.getByRole('button').first().click();
    await row.getByRole('button', { name: 'Accept with a reason …' }).click();
    expect(await violations(page)).toEqual([]);
    await row.getByRole('button', { name: 'Add a dead-letter queue' }).hover();
    await page.getByRole('tooltip').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.mouse.move(width / 2, 200);
    await page.getByRole('button', { name: /not stated$/ }).click();
    await page.getByRole('list', { name: 'Questions' }).waitFor();
    expect(await violations(page)).toEqual([]);
    if (width < 820) await page.getByRole('button', { name: 'Search and group problems' }).click();
    await page.getByRole('button', { name: /accepted trade-off/ }).first().click();
    await page.getByRole('button', { name: /^Edit reason/ }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('axe finds nothing in the dialogs', async () => {
    await using app = await openApp({ colorScheme });
    const { page } = app;
    await hands(page).open(drawn);
    for (const [key, name] of [
      ['Control+k', 'Search or run a command'],
      ['Shift+?', 'Keyboard shortcuts'],
      ['Control+Shift+e', 'Export'],
    ] as const) {
      await page.keyboard.press(key);
      await page.getByRole('dialog', { name }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
  });
});

test('on a phone the findings can be read', async () => {
  await using app = await openApp({ viewport: { width: 390, height: 844 }, hasTouch: true });
  const { page } = app;
  const { open, problem } = hands(page);
  await open(drawn, { web: [0, 0], a: [0, 140], q: [0, 280], w: [0, 420] });
  await problem('queue/missing-dead-letter-queue').getByText(/No dead-letter queue is drawn/).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('on a phone a block is placed by three taps', async () => {
  await using app = await openApp({ viewport: { width: 390, height: 844 }, hasTouch: true });
  const { page } = app;
  const blocks = page.getByRole('button', { name: 'Building blocks' });
  await blocks.tap();
  await page.locator('[data-entry="queue"]').tap();
  await page.touchscreen.tap(250, 320);
  await page.getByText('1 component, 0 connections').waitFor();
  await page.keyboard.press('Enter');
  await blocks.tap();
  await expect.poll(() => page.getByRole('navigation', { name: 'Palette' }).count()).toBe(0);
});
