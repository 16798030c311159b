// npm run mutants: takes each safeguard from each reference, and prints which rules notice.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const outDir = path.resolve('node_modules/.cache/mutants');
await build({ configFile: false, logLevel: 'error', build: { ssr: 'test/rules/mutation/table.ts', outDir, emptyOutDir: true, target: 'node20' } });
await import(pathToFileURL(path.join(outDir, 'table.js')).href);
