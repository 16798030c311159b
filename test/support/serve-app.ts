import fs from 'node:fs';
import type { TestProject } from 'vitest/node';
import { preview } from 'vite';
import { findBrowser } from '../../scripts/browser.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly address: string;
    readonly browserPath: string;
  }
}

/** Serves the built app for the browser tests, and finds the browser once for all of them. */
export default async function serveApp(project: TestProject): Promise<() => Promise<void>> {
  if (!fs.existsSync('dist/index.html')) throw new Error('The browser tests use the built app. Run "npm run build" first.');
  const server = await preview({ preview: { host: '127.0.0.1', port: 0, open: false }, logLevel: 'silent' });
  const address = server.resolvedUrls?.local[0];
  if (!address) throw new Error('The built app could not be served.');
  project.provide('address', address);
  project.provide('browserPath', await findBrowser());
  return () => server.close();
}
