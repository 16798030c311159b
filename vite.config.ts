import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  plugins: [react()],
  build: {
    target: 'es2023',
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What every start needs, together: many small files compress worse than one.
          groups: [
            { name: 'vendor', test: /node_modules[\\/]((react|react-dom|scheduler|use-sync-external-store|@xyflow|d3-\w+|zustand|classcat)[\\/]|lucide-react[\\/]dist[\\/]esm[\\/](createLucideIcon|Icon|context|defaultAttributes|shared))/ },
            { name: 'core', test: /src[\\/](base|drawing|catalog[\\/](?!schema)|diagram[\\/](diff|edits|geometry|history|names|notebook|transaction)\.ts|formats[\\/]json[\\/](records|write)\.ts)/ },
          ],
        },
      },
    },
  },
});
