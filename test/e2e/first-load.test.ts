import zlib from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { openApp } from '../support/app-page.ts';

test('a first visit loads at most 250 kB, compressed, and nothing from elsewhere', async () => {
  await using app = await openApp();
  const asked = new Set<string>();
  app.page.on('request', (request) => asked.add(request.url()));
  await app.page.reload({ waitUntil: 'networkidle' });
  const addresses = [...asked].filter((url) => !url.startsWith('data:') && !url.startsWith('blob:'));
  expect(addresses.filter((url) => !url.startsWith(inject('address')))).toEqual([]);
  const sizes = await Promise.all(addresses.map(async (url) => ({ url, bytes: zlib.gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).byteLength })));
  expect(sizes.length).toBeGreaterThan(2);
  expect(sizes.reduce((sum, { bytes }) => sum + bytes, 0), JSON.stringify(sizes, null, 1)).toBeLessThanOrEqual(250_000);
});
