import { expect, test } from 'vitest';
import { openApp } from '../support/app-page.ts';
import { hands } from '../support/hands.ts';

const kinds = ['service', 'core-database', 'queue', 'worker', 'distributed-cache'];

/** A grid of components, each connected with the next one and every fourth with the one below. */
function largeFile(count: number): string {
  const columns = Math.ceil(Math.sqrt(count));
  const components = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`n${index}`, { kind: kinds[index % kinds.length], name: `Box ${index}`, position: { x: (index % columns) * 260, y: Math.floor(index / columns) * 140 }, properties: {} }]),
  );
  const pairs = Array.from({ length: count - 1 }, (_, index) => [`n${index}`, `n${index + 1}`]);
  const below = Array.from({ length: Math.floor(count / 4) }, (_, index) => [`n${index}`, `n${index + columns}`]);
  const connections = Object.fromEntries([...pairs, ...below].map(([from, to], index) => [`c${index}`, { from, to, properties: {} }]));
  return JSON.stringify({ format: 'caveat-diagram', version: 1, title: 'Large', components, connections });
}

test('5,000 components: few are mounted, all can be selected, walked, fitted and dragged', async () => {
  await using app = await openApp();
  const { page } = app;
  const { openText, expectSize } = hands(page);
  await openText('large.caveat.json', largeFile(5000));
  await expectSize('5,000 components, 6,249 connections');
  expect(await page.locator('.react-flow__node').count()).toBeLessThan(10);

  await page.getByRole('application', { name: 'Diagram' }).focus();
  await page.keyboard.press('Shift+Digit0');
  await page.locator('.react-flow__node').first().waitFor();
  expect(await page.locator('.react-flow__node').count()).toBeLessThan(250);
  expect(await page.locator('*').count()).toBeLessThan(6000);

  await page.keyboard.press('Escape');
  for (let step = 0; step < 3; step++) await page.keyboard.press('Tab');
  expect(await page.getByRole('application', { name: 'Diagram' }).getAttribute('aria-activedescendant')).toBe('record-n2');
  await page.locator('[data-id="n2"]').waitFor();

  await page.keyboard.press('Control+a');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Shift+Digit1');
  await page.mouse.move(600, 300);
  await page.mouse.down();
  await page.mouse.move(640, 320, { steps: 4 });
  await page.mouse.up();
  await expectSize('5,000 components, 6,249 connections');
  await page.keyboard.press('Delete');
  await expectSize('0 components, 0 connections');
  await page.keyboard.press('Control+z');
  await expectSize('5,000 components, 6,249 connections');
});
