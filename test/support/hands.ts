import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { writeDiagram } from '#formats/json/write.ts';

/** What a person does with the editor, in a few words. */
export interface Hands {
  /** The card of a component on the canvas, by its name. */
  card(name: string): Locator;
  /** Drags an entry of the palette to a place and types a name. */
  drag(entry: string, x: number, y: number, name: string): Promise<void>;
  /** Drags from a side of one card onto another. */
  connect(from: string, to: string): Promise<void>;
  /** Opens a diagram drawn as a sketch; places cards in a row where it has no layout. */
  open(text: string, places?: Readonly<Record<string, readonly [number, number]>>): Promise<void>;
  openText(name: string, text: string): Promise<void>;
  /** Says how large the diagram is, as the status line does. */
  expectSize(text: string): Promise<void>;
  problem(rule: string): Locator;
  centre(name: string): Promise<{ readonly x: number; readonly y: number }>;
}

export function hands(page: Page): Hands {
  const card = (name: string): Locator => page.locator('.react-flow__node').filter({ has: page.locator(`[role="img"][aria-label*=" ${name}"]`) }).first();
  const boxOf = async (locator: Locator) => {
    const box = await locator.boundingBox();
    if (!box) throw new Error('It is not on the screen.');
    return box;
  };
  const openText = (name: string, text: string): Promise<void> => page.getByTestId('open-file').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  return {
    card,
    openText,
    async drag(entry, x, y, name) {
      const box = await boxOf(page.locator(`[data-entry="${entry}"]`));
      await page.mouse.move(box.x + 30, box.y + 12);
      await page.mouse.down();
      await page.mouse.move(box.x + 44, box.y + 16);
      await page.mouse.move(x, y, { steps: 4 });
      await page.mouse.up();
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
    },
    async connect(from, to) {
      const [a, b] = [await boxOf(card(from)), await boxOf(card(to))];
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      const across = Math.abs(dx) > Math.abs(dy);
      const port = across ? { x: dx > 0 ? a.x + a.width + 16 : a.x - 16, y: a.y + a.height / 2 } : { x: a.x + a.width / 2, y: dy > 0 ? a.y + a.height + 16 : a.y - 16 };
      await page.mouse.move(a.x + a.width / 2, a.y + a.height / 2);
      await page.mouse.move(port.x, port.y);
      await page.mouse.down();
      await page.mouse.move(b.x + b.width / 2, b.y + b.height / 2, { steps: 6 });
      await page.mouse.up();
    },
    async open(text, places) {
      const file: unknown = JSON.parse(writeDiagram(sketch(text)));
      const components = (file as { readonly components: Record<string, { position?: unknown }> }).components;
      Object.entries(components).forEach(([id, component], index) => {
        const [x, y] = places?.[id] ?? [index * 280, 0];
        component.position = { x, y };
      });
      await openText('drawn.caveat.json', JSON.stringify(file));
      await card(sketch(text).components.values().next().value?.name ?? '').waitFor();
    },
    async expectSize(text) {
      await page.getByText(text, { exact: true }).waitFor();
      expect(await page.locator('p[role="status"]').filter({ hasText: /component/ }).innerText()).toBe(text);
    },
    problem: (rule) => page.locator(`[data-rule="${rule}"]`),
    async centre(name) {
      const box = await boxOf(card(name));
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    },
  };
}
