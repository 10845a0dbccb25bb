import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RouteRecordRaw } from 'vue-router';
import { beforeAll, describe, expect, it } from 'vitest';
import { changeLanguage, i18n, needWords, type Words } from '@/i18n/i18n';
import { routes } from '@/router/routes';

const SRC = fileURLToPath(new URL('../src', import.meta.url));
/** How a page asks for words: `t('key')`, or one of two in `t(own ? 'key' : 'key')`. */
const KEYS = /'([a-z][\w-]*(?:\.[\w-]+)+)'/gi;

interface Page {
  readonly path: string;
  readonly file: string;
  readonly words: readonly Words[];
}

/** Every page with the words of its own and of the layouts around it. */
function pagesOf(records: readonly RouteRecordRaw[], above = '', around: readonly Words[] = []): Page[] {
  return records.flatMap(({ path, component, children, meta }) => {
    const full = path.startsWith('/') ? path : `${above}/${path}`;
    const words = [...around, ...(meta?.words ?? [])];
    // a lazy component is a function that names its file
    const file = /["'][^"']*\/src\/([^"']+\.vue)["']/.exec(String(component))?.[1];
    const own = file === undefined || children ? [] : [{ path: full, file, words }];
    return [...own, ...pagesOf(children ?? [], full, words)];
  });
}

const pascal = (name: string): string => name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
const read = (file: string): string => readFileSync(join(SRC, file), 'utf8');

/** Parts whose heading is told by whoever uses them: their name and the attribute that carries it. */
const TOLD = (readdirSync(SRC, { recursive: true, encoding: 'utf8' }) as string[])
  .filter((file) => file.endsWith('.vue'))
  .flatMap((file) => {
    const told = /<h1[^>]*>\{\{ (title|text) \}\}<\/h1>/.exec(read(file))?.[1];
    return told === undefined ? [] : [{ name: pascal(basename(file, '.vue')), told }];
  });

/** What the headings of one file say: words, or data alone. A part that is told its heading says nothing by itself. */
const headingsIn = (source: string): string[] => [
  ...[...source.matchAll(/<h1[^>]*>([\s\S]*?)<\/h1>/g)].map(([, text = '']) => text).filter((text) => !/^\{\{ (title|text) \}\}$/.test(text)),
  ...TOLD.flatMap(({ name, told }) =>
    [...source.matchAll(new RegExp(`<${name}\\b[^<]*?\\s:${told}="([^"]*)"[^<]*`, 'g'))]
      .filter(([tag]) => name !== 'EmptyState' || /\sheading\b/.test(tag))
      .map(([, text = '']) => text),
  ),
]; // prettier-ignore

/** What a page's headings say, in the page or in the parts it is made of, the nearest part first. */
function headingsOf(page: string): { readonly keys: readonly string[]; readonly found: boolean } {
  const seen = new Set<string>();
  for (let parts = [page]; parts.length > 0;) {
    const said = parts.flatMap((part) => headingsIn(read(part)));
    const keys = said.flatMap((text) => [...text.matchAll(KEYS)].map(([, key = '']) => key));
    if (said.length > 0) return { found: true, keys };
    parts.forEach((part) => seen.add(part));
    parts = parts.flatMap((part) => partsOf(part, read(part))).filter((part) => !seen.has(part));
  }
  return { keys: [], found: false };
}

const partsOf = (part: string, source: string): string[] =>
  [...source.matchAll(/'((?:@\/|\.\.?\/)[^']+\.vue)'/g)].map(([, path = '']) =>
    path.startsWith('@/') ? path.slice(2) : join(dirname(part), path),
  );

/** The types of keys go deeper than the compiler follows. */
const isSaid = i18n.global.te as unknown as (key: string) => boolean;
const PAGES = pagesOf(routes);

describe('every page has a title', () => {
  beforeAll(() => void Object.assign(globalThis, { document: { documentElement: { lang: '' } } }));

  it('is looked for on every page', () => {
    expect(PAGES.length).toBeGreaterThan(75);
    expect(headingsOf('ui/app-icon.vue')).toEqual({ keys: [], found: false });
    expect(headingsOf('features/registry/desk/machines/machines-page.vue').keys).toContain('console.menu.machines');
  });

  it.each(PAGES)('$path', async ({ file, words }) => {
    const { keys, found } = headingsOf(file);
    expect({ file, found }).toEqual({ file, found: true });
    for (const language of ['zh-CN', 'en'] as const) {
      await changeLanguage(language);
      await needWords('ui', ...words);
      const unsaid = keys.filter((key) => !isSaid(key));
      expect({ file, language, unsaid }).toEqual({ file, language, unsaid: [] });
    }
  });
});
