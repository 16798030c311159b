import { describe, expect, test } from 'vitest';
import { sketch } from '#diagram/sketch.ts';
import { readDiagram } from '#formats/json/read.ts';
import { writeDiagram } from '#formats/json/write.ts';
import { readPngText } from '#formats/png-metadata.ts';
import { runWith } from '../support/fake-io.ts';

const files = {
  'a.json': writeDiagram(sketch('client web "Web"\nservice api "API"\nboundary vpc "VPC" [api]\nweb -> api')),
  'cjk.json': writeDiagram(sketch('service api "印刷"')),
  'empty.json': writeDiagram(sketch('')),
};

describe('export', () => {
  test('a picture as SVG: laid out, with its font and its diagram inside', async () => {
    const { code, written } = await runWith(files, ['export', 'a.json', 'out/a.svg']);
    const svg = String(written.get('out/a.svg'));
    expect(code).toBe(0);
    expect(svg).toMatch(/^<svg /);
    expect(svg).toContain('@font-face');
    expect(svg).toContain('<metadata id="caveat-source">');
    const places = [...svg.matchAll(/<g transform="translate\((\S+) (\S+)\)"><path/g)].map(([, x, y]) => `${x} ${y}`);
    expect(new Set(places).size, 'two cards apart').toBe(2);
  });

  test('the theme of a picture', async () => {
    const ground = async (...args: readonly string[]): Promise<string | undefined> => /<rect [^>]*fill="(#\w+)"/.exec(String((await runWith(files, ['export', 'a.json', 'a.SVG', ...args])).written.get('a.SVG')))?.[1];
    expect(await ground()).not.toBe(await ground('--theme', 'dark'));
  });

  test('a picture as PNG, which can be opened again', async () => {
    const bytes = async (...args: readonly string[]): Promise<Uint8Array> => {
      const { code, err, written } = await runWith(files, ['export', 'a.json', 'a.png', ...args]);
      expect([code, err]).toEqual([0, '']);
      return Buffer.from(written.get('a.png') ?? '');
    };
    const twice = Buffer.from(await bytes());
    const once = Buffer.from(await bytes('--scale', '1'));
    expect(twice.subarray(1, 4).toString()).toBe('PNG');
    expect(Math.abs(twice.readUInt32BE(16) - 2 * once.readUInt32BE(16))).toBeLessThanOrEqual(1);
    const read = readDiagram(readPngText(twice) ?? '');
    expect(read.ok && [...read.value.components.keys()]).toEqual(['web', 'api']);
    expect(Buffer.from(await bytes()).equals(twice), 'the same each time').toBe(true);
  });

  test('a PNG says which characters its font does not have', async () => {
    const { code, err } = await runWith(files, ['export', 'cjk.json', 'a.png']);
    expect([code, err]).toEqual([0, 'caveat: The font has no 印 刷, so the PNG leaves them out. An SVG shows them in a font of its reader.\n']);
  });

  test('an empty diagram is an empty picture', async () => {
    for (const out of ['a.svg', 'a.png', 'a.md']) expect((await runWith(files, ['export', 'empty.json', out])).code).toBe(0);
  });

  test('a report', async () => {
    const { code, written } = await runWith(files, ['export', 'a.json', 'a.md']);
    expect(code).toBe(0);
    expect(written.get('a.md')).toMatch(/^# Untitled\n[^]*\n## Components\n/);
  });

  test.each([
    [['a.json', 'a.gif'], 'a.gif is no format to export to. End its name in .svg, .png or .md.'],
    [['a.json', 'a'], 'a is no format to export to. End its name in .svg, .png or .md.'],
    [['a.json', 'a.constructor'], 'a.constructor is no format to export to. End its name in .svg, .png or .md.'],
    [['missing.json', 'a.svg'], 'missing.json does not exist.'],
    [['a.json', 'closed/a.md'], 'closed/a.md is closed to you.'],
  ])('%j is refused', async (args, sentence) => {
    expect(await runWith(files, ['export', ...args])).toMatchObject({ code: 2, out: '', err: `caveat: ${sentence}\n` });
  });
});
