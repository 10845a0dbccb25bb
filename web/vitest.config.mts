import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Tests of what the web app thinks; what it shows is tested in a browser (`test/browser`). */
export default defineConfig({
  root: at('.'),
  resolve: { alias: { '@': at('src'), '@domain': at('../src/domain'), '@kernel': at('../src/kernel') } },
  test: { include: ['test/**/*.spec.ts'], setupFiles: ['test/support/browser.ts'], environment: 'node' },
});
