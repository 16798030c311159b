import { chmodSync } from 'node:fs';
import { defineConfig } from 'vite';
import program from './package.json' with { type: 'json' };

/** The command line: `dist/cli/caveat.js` and what it loads when it is needed. The packages that stay outside are dependencies. */
export default defineConfig({
  publicDir: false,
  define: { 'process.env.CAVEAT_VERSION': JSON.stringify(program.version) },
  ssr: { noExternal: true, external: ['@resvg/resvg-wasm', 'subset-font', 'elkjs'] },
  build: {
    ssr: 'src/cli/caveat.ts',
    outDir: 'dist/cli',
    target: 'node20',
    minify: true,
    rolldownOptions: {
      output: {
        entryFileNames: 'caveat.js',
        chunkFileNames: '[name].js',
        banner: ({ isEntry }) => (isEntry ? '#!/usr/bin/env node' : ''),
      },
    },
  },
  plugins: [{ name: 'executable', writeBundle: ({ dir }) => chmodSync(`${dir}/caveat.js`, 0o755) }],
});
