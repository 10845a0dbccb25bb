import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig, type Plugin } from 'vite';
import { codePageEntry } from './build/code-page-entry.mts';
import { compressedBeside } from './build/compressed-beside.mts';
import { chunkNames } from './build/scanned-page.mts';

const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * Vant's icon font names a third-party host and weighs 30 KB; our icons are inline SVG. The rule that loads it is left out,
 * so components must not be used with Vant's own glyphs (`closeable`, `left-icon`).
 */
const withoutVantIconFont: Plugin = {
  name: 'without-vant-icon-font',
  enforce: 'pre',
  transform: (code, id) => (id.includes('/vant/es/icon/') ? code.replace(/@font-face\s*\{[^}]*\}/g, '') : null),
};

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
  plugins: [withoutVantIconFont, vue(), codePageEntry(), compressedBeside()],
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
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: chunkNames(here) }] } } },
  },
  server: {
    proxy: { '/api': process.env['HANAN_URL'] ?? 'http://127.0.0.1:3000' },
  },
});
