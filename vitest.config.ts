import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  test: {
    projects: [
      {
        test: {
          name: 'headless',
          maxWorkers: 2,
          testTimeout: 60_000,
          environment: 'node',
          include: ['test/{base,catalog,cli,diagram,drawing,graph,estimate,rules,practice,formats}/**/*.test.ts', 'test/house.test.ts'],
          setupFiles: ['test/support/headless.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'ui',
          maxWorkers: 2,
          testTimeout: 60_000,
          environment: 'happy-dom',
          include: ['test/{editor,storage,ui}/**/*.test.{ts,tsx}'],
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/serve-app.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 15_000 } },
          fileParallelism: true,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
