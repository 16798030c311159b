// Builds the editor and the command line, serves the editor on this machine and opens it where there is something to open it with.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { build, preview } from 'vite';

const opener = { linux: 'xdg-open' }[process.platform];
const canOpen = opener === undefined || (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, opener)));

await build({ logLevel: 'warn' });
await build({ configFile: 'vite.cli.config.ts', logLevel: 'warn' });
const server = await preview({ preview: { host: '127.0.0.1', open: canOpen } });
server.printUrls();
server.bindCLIShortcuts({ print: true });
