import fs from 'node:fs';
import { expect, test } from 'vitest';
import { openApp } from '../support/app-page.ts';
import { hands } from '../support/hands.ts';

const drawn = 'service a "Alpha"\nqueue q "Jobs"\nworker w "Mailer"\na -> q -> w';

const bad: readonly [what: string, text: string, sentence: RegExp][] = [
  ['truncated', '{ "format": "caveat-diagram", "vers', /ends too early/],
  ['another format', '{}', /not a Caveat diagram/],
  ['newer', '{ "format": "caveat-diagram", "version": 99 }', /newer Caveat/],
  ['text for a number', '{ "format": "caveat-diagram", "version": 1, "components": { "q": { "kind": "queue", "properties": { "partitions": "3" } } } }', /components\.q\.properties\.partitions must be a whole number/],
  ['__proto__', '{ "format": "caveat-diagram", "version": 1, "components": { "__proto__": { "kind": "queue" } } }', /components\.__proto__/],
];

test('a bad file gets a sentence and leaves the open diagram alone', async () => {
  await using app = await openApp();
  const { page } = app;
  const { open, openText, expectSize } = hands(page);
  await open(drawn);
  for (const [what, text, sentence] of bad) {
    await openText(`${what}.caveat.json`, text);
    await page.getByText(sentence).first().waitFor();
    await expectSize('3 components, 2 connections');
  }
});

test('hostile strings in every field are only strings', async () => {
  await using app = await openApp();
  const { page } = app;
  const { openText, expectSize } = hands(page);
  const evil = '"><img src=x onerror="document.title=1"><script>document.title=2</script>';
  const file = {
    format: 'caveat-diagram',
    version: 1,
    title: evil,
    components: { [evil]: { kind: 'queue', name: evil, position: { x: 0, y: 0 }, properties: { technology: evil, rationale: evil, partitionKey: evil } }, b: { kind: evil, name: evil, position: { x: 300, y: 0 }, properties: { [evil]: evil } } },
    connections: { c: { from: evil, to: 'b', label: evil, properties: { fallback: evil } } },
    notes: { n: { text: evil, position: { x: 0, y: 200 } } },
    boundaries: { v: { name: evil, position: { x: -40, y: -60 }, size: { width: 700, height: 400 } } },
  };
  await openText('evil.caveat.json', JSON.stringify(file));
  await expectSize('2 components, 1 connection');
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Export' }).click();
  const [svg] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save SVG' }).click()]);
  expect(fs.readFileSync(await svg.path(), 'utf8')).not.toMatch(/<script|<img/);
  expect(await page.title()).toBe('Caveat');
});

test('a file without positions is laid out, and nothing overlaps', async () => {
  await using app = await openApp();
  const { page } = app;
  const { openText, expectSize } = hands(page);
  await openText('reference.caveat.json', fs.readFileSync('test/fixtures/reference/url-shortener.caveat.json', 'utf8'));
  await expectSize('10 components, 11 connections');
  const boxes = await page.locator('.react-flow__node').evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect()).map(({ x, y, width, height }) => ({ x, y, width, height })));
  expect(boxes).toHaveLength(10);
  for (const a of boxes) for (const b of boxes) if (a !== b) expect(a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height).toBe(false);
});

test('an exported picture opens again', async () => {
  await using app = await openApp();
  const { page } = app;
  const { open, expectSize } = hands(page);
  await open(drawn);
  await page.getByRole('button', { name: 'Export' }).click();
  const [png] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save PNG' }).click()]);
  const bytes = fs.readFileSync(await png.path());
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'New diagram' }).click();
  await expectSize('0 components, 0 connections');
  await page.getByTestId('open-file').setInputFiles({ name: 'picture.png', mimeType: 'image/png', buffer: bytes });
  await expectSize('3 components, 2 connections');
});

test('a report leaves with findings and the trade-offs that were accepted', async () => {
  await using app = await openApp();
  const { page } = app;
  const { open, problem } = hands(page);
  await open('service api\nqueue jobs "Jobs"\nworker mailer\ncore-database db { backup: none }\napi -> jobs -> mailer -> db\naccept queue/missing-dead-letter-queue on jobs "Losing a reminder mail is acceptable."');
  await problem('database/no-backup').waitFor();
  await page.getByRole('button', { name: 'Export' }).click();
  const [report] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save report' }).click()]);
  expect(report.suggestedFilename()).toMatch(/\.md$/);
  const text = fs.readFileSync(await report.path(), 'utf8');
  expect(text).toContain('## Findings');
  expect(text).toContain('Losing a reminder mail is acceptable.');
});

test('a second tab works on a copy, so that neither overwrites the other', async () => {
  await using app = await openApp();
  const { page } = app;
  const { open } = hands(page);
  await open(drawn);
  await page.getByText('Saved', { exact: true }).waitFor();
  const second = await page.context().newPage();
  await second.goto(page.url());
  await hands(second).expectSize('3 components, 2 connections');
  expect(await second.getByLabel('Diagram title').inputValue()).toMatch(/\(copy\)$/);
});
