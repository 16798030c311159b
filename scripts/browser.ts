import fs from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const quiet = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** The path of a Chromium: `CHROME_PATH`, else an installed one, else the one that comes in a package. Throws with advice where there is none. */
export async function findBrowser(): Promise<string> {
  const named = process.env['CHROME_PATH'];
  if (named) {
    if (fs.existsSync(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, and there is no such file. Correct it, or unset it to use an installed Chromium.`);
  }
  const found = installed.find((path) => fs.existsSync(path));
  if (found) return found;
  try {
    // Makes the package unpack the libraries and fonts that a bare machine lacks.
    process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs20.x';
    const { default: packaged } = await import('@sparticuz/chromium');
    return await packaged.executablePath();
  } catch (cause) {
    throw new Error('No Chromium was found. Install one ("apt-get install -y chromium" on Debian) or set CHROME_PATH to a Chrome or Chromium.', { cause });
  }
}

/** A headless browser that talks to nobody but this machine. Throws, with advice, where none runs. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findBrowser(), args: quiet });
}
