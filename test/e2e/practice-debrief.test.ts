import fs from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { writeDiagram } from '#formats/json/write.ts';
import { designOf, mutantOf } from '#practice/design-notation.ts';
import { urlShortener } from '#practice/scenarios/url-shortener.ts';
import { openApp } from '../support/app-page.ts';
import { violations } from '../support/violations.ts';

/** The reference without its cache, and with one name given beforehand. */
const cacheless = (): string => {
  const reference = designOf(urlShortener, 'reference');
  const cache = [...reference.components.values()].find(({ kind }) => kind === 'distributed-cache');
  const diagram = mutantOf(urlShortener, { what: 'no cache', text: `remove ${cache?.id ?? ''}`, fails: [] }, 'reference');
  return writeDiagram({ ...diagram, practice: { scenario: 'url-shortener', named: [{ rule: 'capacity/overloaded-component' }] } });
};

async function reveal(page: Page): Promise<void> {
  await page.getByTestId('open-file').setInputFiles({ name: 'mine.caveat.json', mimeType: 'application/json', buffer: Buffer.from(cacheless()) });
  await page.getByRole('button', { name: /start the clock/i }).first().click();
  await page.getByRole('button', { name: /^Reveal/ }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Reveal', exact: true }).click();
  await page.getByRole('heading', { name: 'URL shortener (Bitly): the debrief' }).waitFor();
}

describe('debrief', () => {
  test('each requirement has its verdict and its proof, and what was named beforehand counts', async () => {
    await using app = await openApp();
    const { page } = app;
    await reveal(page);
    const requirements = page.getByRole('region', { name: 'Requirements' });
    await requirements.getByRole('button', { name: /^A cache answers .*Not met\./ }).click();
    await requirements.getByText('and no cache answers 80 % of it before').waitFor();
    await page.getByText('1 of 1 weaknesses named before the reveal.').waitFor();
    await page.getByRole('region', { name: 'Findings' }).getByText('You named it.').waitFor();
    await page.getByRole('region', { name: 'Numbers' }).getByRole('row', { name: /Links database/ }).waitFor();
    const score = await page.getByRole('status', { name: 'Score' }).innerText();
    await page.getByRole('region', { name: 'Problems' }).getByRole('button', { name: /^Split Links database/ }).click();
    await page.getByText('9 of 10 requirements met now').waitFor();
    await page.reload();
    await page.getByText('9 of 10 requirements met now').waitFor();
    expect(await page.getByRole('status', { name: 'Score' }).innerText()).toBe(score);
    await page.getByRole('button', { name: 'Report card' }).click();
    await page.getByRole('dialog', { name: 'Report card' }).getByRole('row', { name: /^No rule finds an error\. not met/ }).waitFor();
  });

  test('the comparison says what the reference has, and marks it', async () => {
    await using app = await openApp();
    const { page } = app;
    await reveal(page);
    await page.getByRole('button', { name: 'Compare with the reference' }).click();
    const dialog = page.getByRole('dialog', { name: 'Compare' });
    const lacking = dialog.getByRole('region', { name: 'It has, yours lacks' });
    await lacking.getByRole('button', { name: /distributed cache/ }).click();
    await expect.poll(() => dialog.locator('[data-mark="lit"]').count()).toBeGreaterThan(0);
    await dialog.getByRole('tab').last().click();
    await dialog.getByRole('group', { name: /^Accepted design: / }).waitFor();
  });

  test('the report card leaves as a picture and as Markdown, and the history keeps the attempt once', async () => {
    await using app = await openApp();
    const { page } = app;
    await reveal(page);
    await page.getByRole('button', { name: 'Report card' }).click();
    const dialog = page.getByRole('dialog', { name: 'Report card' });
    const markdown = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save as Markdown' }).click();
    const text = fs.readFileSync(await (await markdown).path(), 'utf8');
    expect(text).toContain('# URL shortener');
    expect(text).toContain('1 of 1');
    const picture = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save as picture' }).click();
    const bytes = fs.readFileSync(await (await picture).path());
    expect([bytes.subarray(1, 4).toString(), bytes.length > 20_000]).toEqual(['PNG', true]);
    await page.keyboard.press('Escape');
    await page.reload();
    await page.getByRole('heading', { name: 'URL shortener (Bitly): the debrief' }).waitFor();
    await page.getByRole('button', { name: 'Practise', exact: true }).click();
    await page.getByRole('tab', { name: 'History' }).click();
    const attempts = page.getByRole('region', { name: 'Interviews' }).getByRole('listitem');
    await attempts.first().waitFor();
    expect(await attempts.count()).toBe(1);
    await page.getByRole('region', { name: 'Topics' }).getByRole('img', { name: /^caching: / }).waitFor();
    await attempts.getByRole('button', { name: /^Remove / }).click();
    await page.getByText('Interviews that you have revealed stand here').waitFor();
    await page.getByRole('dialog', { name: 'Practise' }).getByRole('button', { name: 'Undo' }).click();
    await attempts.first().waitFor();
  });
});

test.each(['light', 'dark'] as const)('axe finds nothing in %s', async (colorScheme) => {
  await using app = await openApp({ colorScheme, viewport: { width: 1024, height: 768 } });
  const { page } = app;
  await reveal(page);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Compare with the reference' }).click();
  await page.getByRole('dialog').getByRole('group', { name: 'Your design' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Report card' }).click();
  await page.getByRole('dialog', { name: 'Report card' }).waitFor();
  expect(await violations(page)).toEqual([]);
});
