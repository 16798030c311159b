// npm run bench -- <name>: builds test/bench/<name>.ts as the app is built, and runs it.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const folder = 'test/bench';
const names = fs.readdirSync(folder).map((file) => file.replace('.ts', '')).filter((name) => fs.existsSync(`${folder}/${name}.ts`));
const [name] = process.argv.slice(2);
if (!names.includes(name)) {
  console.error(`Usage: npm run bench -- <name>, one of: ${names.join(', ')}.`);
  process.exit(2);
}
const outDir = path.resolve('node_modules/.cache/bench');
await build({ configFile: false, logLevel: 'error', build: { ssr: `${folder}/${name}.ts`, outDir, emptyOutDir: true, target: 'node20' } });
await import(pathToFileURL(path.join(outDir, `${name}.js`)).href);
