import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import program from '../../package.json' with { type: 'json' };

/** Inside the repository, so that the packages that stay outside the program are found. */
const folder = fs.mkdtempSync(path.resolve('node_modules/.cli-'));
const built = path.join(folder, 'cli', 'caveat.js');

beforeAll(async () => {
  await build({ configFile: 'vite.cli.config.ts', logLevel: 'error', build: { outDir: path.join(folder, 'cli') } });
}, 120_000);
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const caveat = (args: readonly string[], input = '', env: Readonly<Record<string, string>> = {}): Ran => spawnSync(process.execPath, [built, ...args], { input, encoding: 'utf8', env: { ...process.env, ...env } });

const example = 'public/examples/flawed.caveat.json';

describe('the built program', () => {
  test('can be started by its name', () => {
    expect(fs.readFileSync(built, 'utf8').startsWith('#!/usr/bin/env node\n')).toBe(true);
    if (process.platform !== 'win32') expect(execFileSync(built, ['--version'], { encoding: 'utf8' })).toBe(`${program.version}\n`);
  });

  test('needs little to start: what draws, lays out and compiles is loaded later', () => {
    const text = fs.readFileSync(built, 'utf8');
    expect(text.length).toBeLessThan(20_000);
    expect(text).not.toMatch(/from\s*["'](elkjs|@resvg|subset-font|react|zustand)/);
  });

  test('checks files, and says so by its exit code', () => {
    const { status, stdout, stderr } = caveat(['check', example]);
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toContain(`--> ${example}:`);
    expect(stdout).not.toContain('\u001b');
    expect(caveat(['check', example], '', { FORCE_COLOR: '1', NO_COLOR: '' }).stdout).toContain('\u001b[');
    expect(caveat(['check', example], '', { FORCE_COLOR: '1', NO_COLOR: '1' }).stdout).not.toContain('\u001b[');
  });

  test('reads standard input, with and without a byte order mark', () => {
    const text = fs.readFileSync(example, 'utf8');
    expect(caveat(['check', '-', '--fail-on', 'never'], `\ufeff${text}`)).toMatchObject({ status: 0, stderr: '' });
    expect(caveat(['fmt', '-'], text).stdout).toBe(text);
  });

  test('says what cannot be read, in words', () => {
    const latin = path.join(folder, 'latin.json');
    fs.writeFileSync(latin, Buffer.from([0x7b, 0xe4, 0x7d]));
    expect(caveat(['check', 'no-such-file.json', 'src', latin])).toMatchObject({
      status: 2,
      stderr: `caveat: no-such-file.json does not exist. Check its name, and the folder that you are in.\ncaveat: src is a folder. Name the files in it.\ncaveat: ${latin} is not UTF-8 text. Save it as UTF-8.\n`,
    });
  });

  test('writes pictures', () => {
    const out = path.join(folder, 'chat.png');
    expect(caveat(['export', 'test/fixtures/reference/url-shortener.caveat.json', out, '--scale', '1'])).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(fs.readFileSync(out).subarray(1, 4).toString()).toBe('PNG');
  });
});
