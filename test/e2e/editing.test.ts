import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { writeDiagram } from '#formats/json/write.ts';
import { openApp } from '../support/app-page.ts';
import { hands } from '../support/hands.ts';

const queues = 'service a "Alpha"\nqueue q "Jobs"\nqueue r "Mails"\na -> q\na -> r';
const undo = (page: Page): Promise<void> => page.keyboard.press('Control+z');

describe('the inspector', () => {
  test('several of one kind are edited together, as one step', async () => {
    await using app = await openApp();
    const { page } = app;
    const { open, card } = hands(page);
    await open(queues);
    await card('Jobs').click();
    await card('Mails').click({ modifiers: ['Shift'] });
    await page.getByRole('heading', { name: '2 components' }).waitFor();
    const ordering = page.getByRole('combobox', { name: 'Ordering' });
    await ordering.selectOption('FIFO per group');
    for (const name of ['Jobs', 'Mails']) {
      await card(name).click();
      expect(await ordering.inputValue()).toBe('fifo-per-group');
    }
    await page.getByRole('application', { name: 'Diagram' }).focus();
    await undo(page);
    for (const name of ['Jobs', 'Mails']) {
      await card(name).click();
      expect(await ordering.inputValue()).toBe('');
    }
  });

  test('a product fills several values as one step, and says which', async () => {
    await using app = await openApp();
    const { page } = app;
    const { open, card } = hands(page);
    await open(queues);
    await card('Jobs').click();
    await page.getByRole('combobox', { name: 'Product' }).fill('Amazon SQS');
    await page.getByRole('button', { name: /from SQS FIFO/ }).click();
    expect(await page.getByRole('combobox', { name: 'Ordering' }).inputValue()).toBe('fifo-per-group');
    expect(await page.getByText('from preset').count()).toBeGreaterThan(1);
    await page.getByRole('application', { name: 'Diagram' }).focus();
    await undo(page);
    expect(await page.getByRole('combobox', { name: 'Ordering' }).inputValue()).toBe('');
  });

  test('a value goes back to not stated', async () => {
    await using app = await openApp();
    const { page } = app;
    const { open, card } = hands(page);
    await open(queues);
    await card('Jobs').click();
    const retention = page.getByRole('textbox', { name: 'Retention' });
    await retention.fill('4 days');
    await retention.press('Enter');
    expect(await retention.inputValue()).toBe('4 days');
    await page.getByRole('button', { name: 'Retention: back to not stated' }).click();
    expect(await retention.inputValue()).toBe('');
  });

  test('a number that makes no sense gets a sentence and changes nothing', async () => {
    await using app = await openApp();
    const { page } = app;
    const { open, card } = hands(page);
    await open(queues);
    await card('Jobs').click();
    const retention = page.getByRole('textbox', { name: 'Retention' });
    await retention.fill('3 bananas');
    await retention.press('Enter');
    await page.getByText('"bananas" is not a unit of this property.').waitFor();
  });
});

describe('looking around', () => {
  test('wheel and space-drag pan, Ctrl+wheel zooms at the pointer, Shift+0 is 100 %', async () => {
    await using app = await openApp();
    const { page } = app;
    const { open, centre } = hands(page);
    await open(queues);
    const start = await centre('Jobs');
    await page.mouse.move(600, 150);
    await page.mouse.wheel(0, 60);
    await expect.poll(async () => Math.round((await centre('Jobs')).y - start.y)).toBeLessThan(-20);
    const wheeled = await centre('Jobs');
    await page.keyboard.down('Space');
    await page.mouse.down();
    await page.mouse.move(640, 190, { steps: 4 });
    await page.mouse.up();
    await page.keyboard.up('Space');
    const dragged = await centre('Jobs');
    expect([Math.round(dragged.x - wheeled.x), Math.round(dragged.y - wheeled.y)]).toEqual([40, 40]);
    await page.mouse.move(dragged.x, dragged.y);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -200);
    await page.keyboard.up('Control');
    const zoom = page.getByRole('button', { name: /back to 100/ });
    await expect.poll(() => zoom.innerText()).not.toBe('100 %');
    const zoomed = await centre('Jobs');
    expect(Math.hypot(zoomed.x - dragged.x, zoomed.y - dragged.y)).toBeLessThan(4);
    await page.keyboard.press('Shift+Digit0');
    await expect.poll(() => zoom.innerText()).toBe('100 %');
  });

  test('the theme is switched, and stays after a reload', async () => {
    await using app = await openApp({ colorScheme: 'light' });
    const { page } = app;
    const background = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await background();
    await page.getByRole('button', { name: /dark/i }).click();
    const dark = await background();
    expect(dark).not.toBe(light);
    await page.reload();
    expect(await background()).toBe(dark);
  });
});

test('a block is dragged onto the canvas with a finger', async () => {
  await using app = await openApp({ viewport: { width: 1024, height: 768 }, hasTouch: true });
  const { page } = app;
  const { card, expectSize } = hands(page);
  const box = await page.locator('[data-entry="queue"]').boundingBox();
  if (!box) throw new Error('The palette has no queue.');
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) => session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
  await touch('touchStart', box.x + 20, box.y + 15);
  for (const step of [10, 60, 150, 300]) await touch('touchMove', box.x + 20 + step, box.y + 15);
  await touch('touchEnd');
  await page.keyboard.type('Touched');
  await page.keyboard.press('Enter');
  await expectSize('1 component, 0 connections');
  await card('Touched').waitFor();
});

test('a file that is dropped onto the window opens', async () => {
  await using app = await openApp();
  const { page } = app;
  const text = writeDiagram(sketch(queues));
  const transfer = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], 'dropped.caveat.json', { type: 'application/json' }));
    return data;
  }, text);
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await hands(page).expectSize('3 components, 2 connections');
});

test('only the selection is exported, in the other theme and without a ground', async () => {
  await using app = await openApp();
  const { page } = app;
  const { open, card } = hands(page);
  await open(queues);
  await card('Mails').click();
  await page.keyboard.press('Control+Shift+e');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  for (const choice of ['Selection', 'Dark', 'Transparent']) await dialog.getByText(choice, { exact: true }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: 'Save SVG' }).click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  const svg = Buffer.concat(chunks).toString();
  expect(svg).toContain('Mails');
  expect(svg).not.toContain('Alpha');
  expect(svg).toContain('@font-face');
});
