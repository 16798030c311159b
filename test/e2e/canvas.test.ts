import { describe, expect, test } from 'vitest';
import { openApp } from '../support/app-page.ts';
import { hands } from '../support/hands.ts';

const three = 'service a "Alpha"\nservice b "Beta"\nqueue q "Jobs"\na -> b';

describe('placing', () => {
  test('by a click, by Enter and by a key', async () => {
    await using app = await openApp();
    const { page } = app;
    const { card, expectSize } = hands(page);
    await page.locator('[data-entry="queue"]').click();
    await page.keyboard.type('Clicked');
    await page.keyboard.press('Enter');
    await page.locator('[data-entry="stream"]').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Entered');
    await page.keyboard.press('Enter');
    await page.keyboard.press('8');
    await page.mouse.click(400, 200);
    await page.keyboard.type('Keyed');
    await page.keyboard.press('Enter');
    await expectSize('3 components, 0 connections');
    for (const name of ['Clicked', 'Entered', 'Keyed']) await card(name).waitFor();
  });

  test('the palette finds products', async () => {
    await using app = await openApp();
    const { page } = app;
    const found = async (search: string): Promise<(string | null)[]> => {
      await page.getByLabel('Find a block or product').fill(search);
      return page.locator('[data-kind]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-kind')));
    };
    expect(await found('kafka')).toEqual(['stream']);
    expect(await found('s3')).toEqual(['blob-storage']);
    expect(await found('redis')).toEqual(expect.arrayContaining(['distributed-lock', 'distributed-cache']));
  });

  test('a component that is dropped into a boundary belongs to it and moves with it', async () => {
    await using app = await openApp();
    const { page } = app;
    const { card, centre, drag } = hands(page);
    await page.keyboard.press('b');
    await page.mouse.click(600, 300);
    await page.keyboard.type('VPC');
    await page.keyboard.press('Enter');
    await drag('service', 600, 310, 'Inside');
    const before = await centre('Inside');
    await page.mouse.move(470, 205);
    await page.mouse.down();
    await page.mouse.move(570, 255, { steps: 5 });
    await page.mouse.up();
    const after = await centre('Inside');
    expect([Math.round(after.x - before.x) > 60, Math.round(after.y - before.y) > 20]).toEqual([true, true]);
    await card('VPC').waitFor();
  });
});

describe('connecting', () => {
  test('by keyboard alone: walk, C, choose, Enter', async () => {
    await using app = await openApp();
    const { page } = app;
    const { open, expectSize } = hands(page);
    await open(three);
    await page.getByRole('application', { name: 'Diagram' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('c');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expectSize('3 components, 2 connections');
  });

  test('an end is moved by keyboard: ], the command, choose, Enter', async () => {
    await using app = await openApp();
    const { page } = app;
    const { open } = hands(page);
    await open(three);
    await page.getByRole('application', { name: 'Diagram' }).focus();
    await page.keyboard.press(']');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('move the head');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('application', { name: 'Diagram' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('[data-connection][aria-label$="from Alpha to Jobs"]').waitFor({ state: 'attached' });
    await page.keyboard.press('Control+z');
    await page.locator('[data-connection][aria-label$="from Alpha to Beta"]').waitFor({ state: 'attached' });
  });

  test('by two taps on a touch screen', async () => {
    await using app = await openApp({ hasTouch: true, viewport: { width: 1024, height: 768 } });
    const { page } = app;
    const { open, centre, expectSize } = hands(page);
    await open(three, { a: [0, 0], b: [300, 0], q: [0, 200] });
    const [from, to] = [await centre('Alpha'), await centre('Jobs')];
    await page.touchscreen.tap(from.x, from.y);
    const port = await page.locator('[data-port="bottom"]').boundingBox();
    if (!port) throw new Error('A tapped card shows no port.');
    await page.touchscreen.tap(port.x + port.width / 2, port.y + port.height / 2);
    await page.touchscreen.tap(to.x, to.y);
    await expectSize('3 components, 2 connections');
  });

  test('an end is dragged to another card', async () => {
    await using app = await openApp();
    const { page } = app;
    const { open, centre, connect, expectSize } = hands(page);
    await open(three, { a: [0, 0], b: [300, 0], q: [300, 200] });
    await connect('Alpha', 'Jobs');
    const wire = page.locator('[data-connection]').filter({ has: page.getByText('publish') });
    await wire.waitFor();
    const target = await centre('Beta');
    const [jobs] = [await centre('Jobs')];
    const zoom = Number((await page.getByRole('button', { name: /back to 100/ }).innerText()).replace(/\D/g, '')) / 100;
    const ends = await wire.locator('path').nth(2).evaluate((path) => {
      if (!(path instanceof SVGPathElement)) throw new Error('An arrow is a path.');
      const tip = path.getPointAtLength(path.getTotalLength() / 2);
      const at = new DOMPoint(tip.x, tip.y).matrixTransform(path.getScreenCTM() ?? undefined);
      return { x: at.x, y: at.y };
    });
    expect(Math.hypot(ends.x - jobs.x, ends.y - jobs.y)).toBeLessThan(110 * zoom);
    await page.mouse.move(ends.x, ends.y);
    await page.mouse.down();
    await page.mouse.move(target.x, target.y, { steps: 6 });
    await page.mouse.up();
    await expectSize('3 components, 2 connections');
    expect(await page.locator('[data-connection][aria-label$="from Alpha to Beta"]').count()).toBe(2);
  });
});

describe('the selection', () => {
  test('marquee, move, undo, duplicate, delete by both keys', async () => {
    await using app = await openApp();
    const { page } = app;
    const { open, centre, expectSize } = hands(page);
    await open(three, { a: [0, 0], b: [300, 0], q: [0, 200] });
    const [a, b] = [await centre('Alpha'), await centre('Beta')];
    await page.mouse.move(a.x - 130, a.y - 70);
    await page.mouse.down();
    await page.mouse.move(b.x + 130, b.y + 60, { steps: 5 });
    await page.mouse.up();
    await page.mouse.move(a.x, a.y);
    await page.mouse.down();
    await page.mouse.move(a.x + 50, a.y - 30, { steps: 5 });
    await page.mouse.up();
    const moved = await centre('Beta');
    expect(Math.round(moved.x - b.x)).toBeGreaterThan(35);
    await page.keyboard.press('Control+z');
    expect(await centre('Beta')).toEqual(b);
    await page.keyboard.press('Control+d');
    await expectSize('5 components, 2 connections');
    await page.keyboard.press('Delete');
    await expectSize('3 components, 1 connection');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Backspace');
    await expectSize('0 components, 0 connections');
    await page.keyboard.press('Control+z');
    await expectSize('3 components, 1 connection');
  });

  test('copy and paste keep inner connections', async () => {
    await using app = await openApp({ permissions: ['clipboard-read', 'clipboard-write'] });
    const { page } = app;
    const { open, expectSize } = hands(page);
    await open(three);
    await page.getByRole('application', { name: 'Diagram' }).focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    await page.keyboard.press('Control+v');
    await expectSize('6 components, 2 connections');
    await page.keyboard.press('Control+z');
    await expectSize('3 components, 1 connection');
  });

  test('arrow keys nudge, and one undo takes the whole walk back', async () => {
    await using app = await openApp();
    const { page } = app;
    const { open, centre } = hands(page);
    await open(three);
    const before = await centre('Alpha');
    await page.mouse.click(before.x, before.y);
    for (let step = 0; step < 5; step++) await page.keyboard.press('Shift+ArrowDown');
    const after = await centre('Alpha');
    expect(after.y).toBeGreaterThan(before.y + 20);
    await page.keyboard.press('Control+z');
    expect(await centre('Alpha')).toEqual(before);
  });

  test('a name is changed in place, and Escape keeps the old one', async () => {
    await using app = await openApp();
    const { page } = app;
    const { open, card, centre } = hands(page);
    await open(three);
    const { x, y } = await centre('Alpha');
    await page.mouse.dblclick(x, y);
    await page.keyboard.type('Orders');
    await page.keyboard.press('Enter');
    await card('Orders').waitFor();
    await page.keyboard.press('F2');
    await page.keyboard.type('Nonsense');
    await page.keyboard.press('Escape');
    expect(await card('Orders').isVisible()).toBe(true);
  });
});
