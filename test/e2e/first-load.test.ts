import zlib from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { openApp } from '../support/app-page.ts';

test('a first visit loads at most 250 kB, compressed, and nothing from elsewhere', async () => {
  await using app = await openApp();
  const loaded: Promise<{ readonly url: string; readonly bytes: number }>[] = [];
  app.page.on('response', (response) => {
    loaded.push(response.body().then((body) => ({ url: response.url(), bytes: zlib.gzipSync(body).byteLength })));
  });
  await app.page.reload({ waitUntil: 'networkidle' });
  const sizes = await Promise.all(loaded);
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  expect(sizes.length).toBeGreaterThan(2);
  expect(sizes.filter(({ url }) => !url.startsWith(inject('address')) && !url.startsWith('data:') && !url.startsWith('blob:'))).toEqual([]);
  expect(total, JSON.stringify(sizes, null, 1)).toBeLessThanOrEqual(250_000);
});
