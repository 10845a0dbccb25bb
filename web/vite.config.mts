import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { codePageEntry } from './build/code-page-entry.mts';
import { compressedBeside } from './build/compressed-beside.mts';
import { phoneShell, WORKER } from './build/phone-shell.mts';
import { chunkNames } from './build/scanned-page.mts';

const here = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root: here,
  resolve: {
    alias: {
      '@': `${here}src`,
      // Pure rules have one home; the platform and the web app judge by the same functions.
      '@domain': fileURLToPath(new URL('../src/domain', import.meta.url)),
      '@kernel': fileURLToPath(new URL('../src/kernel', import.meta.url)),
    },
  },
  plugins: [vue(), codePageEntry(), phoneShell(), compressedBeside()],
  define: {
    __VUE_OPTIONS_API__: 'true',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2020',
    // Everything is served by the platform itself under a CSP without inline scripts; nothing becomes a data: URL.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: { index: `${here}index.html`, [WORKER]: `${here}src/worker/shell-worker.ts` },
      output: {
        entryFileNames: ({ name }) => (name === WORKER ? '[name].js' : 'assets/[name]-[hash].js'),
        codeSplitting: { groups: [{ name: chunkNames(here) }] },
      },
    },
  },
  server: {
    proxy: { '/api': process.env['HANAN_URL'] ?? 'http://127.0.0.1:3000' },
  },
});
