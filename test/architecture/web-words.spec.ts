import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const SRC = join(__dirname, '../../web/src');
const AROUND = { 'desk-routes.ts': [] as string[], 'phone-routes.ts': [] as string[] };
type Tree = { readonly [key: string]: string | readonly string[] | Tree };

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(ts|vue)$/.test(file));
const sources = new Map(files.map((file) => [file, readFileSync(join(SRC, file), 'utf8')]));
const isWords = (file: string): boolean => /(words|vocabulary)\.(zh|en)\.ts$/.test(file);

/** `permits/desk` of `features/permits/desk/words.zh.ts`: the name by which a page asks for it. */
const nameOf = (file: string): string => dirname(file).replace(/^features\//, '');
const wordsOf = new Map<string, string[]>();
const keysBelow = (tree: Tree, path: string): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' || Array.isArray(value) ? [`${path}${key}`] : keysBelow(value as Tree, `${path}${key}.`),
  );
beforeAll(async () => {
  for (const file of files.filter((one) => one.endsWith('words.zh.ts'))) {
    const module = (await import(join(SRC, file))) as { default: Tree };
    wordsOf.set(nameOf(file), keysBelow(module.default, ''));
  }
  for (const name of Object.keys(AROUND) as (keyof typeof AROUND)[])
    AROUND[name] = ['ui', ...listed(sources.get(join('router', name)) ?? '')];
});

function resolved(from: string, path: string): string | null {
  const near = path.startsWith('@/') ? path.slice(2) : path.startsWith('.') ? join(dirname(from), path) : null;
  return [near, `${near}.ts`].find((one) => one !== null && sources.has(one)) ?? null;
}

/** A page with everything it imports, also what it loads later. */
function reached(page: string): Set<string> {
  const found = new Set<string>();
  const walk = (file: string): void => {
    if (found.has(file) || isWords(file)) return;
    found.add(file);
    for (const [, path = ''] of (sources.get(file) ?? '').matchAll(
      /(?:\bfrom\s*|\bimport\(\s*|\bimport\s+)'([^']+)'/g,
    )) {
      const next = resolved(file, path);
      if (next) walk(next);
    }
  };
  walk(page);
  return found;
}

interface Asked {
  readonly text: string;
  /** Who has words of this name; a name that is put together may fit several. */
  readonly holders: readonly string[];
}

/** What a source asks for: `'permits.gas.title'`, and `` `permits.gas.units.${unit}` `` with anything in its place. */
function asked(source: string): Asked[] {
  const tops = [...new Set([...wordsOf.values()].flat().map((key) => key.split('.')[0]))].join('|');
  const plain = [...source.matchAll(new RegExp(`'((?:${tops})(?:\\.[\\w-]+)+)'`, 'g'))];
  const filled = [
    ...source.matchAll(new RegExp(`\`((?:${tops})\\.(?:[^\`$]|\\$\\{(?:[^{}\`]|\`[^\`]*\`)*\\})*)\``, 'g')),
  ];
  return [...plain, ...filled].map(([, text = '']) => {
    const parts = text.split(/\$\{(?:[^{}`]|`[^`]*`)*\}/).map((part) => part.replace(/[.\\]/g, '\\$&'));
    const pattern = new RegExp(`^${parts.join('[\\w-]+')}(\\.|$)`);
    return {
      text,
      holders: [...wordsOf].filter(([, keys]) => keys.some((key) => pattern.test(key))).map(([name]) => name),
    };
  });
}

const listed = (record: string): string[] =>
  [...(/words: \[([^\]]*)\]/.exec(record)?.[1] ?? '').matchAll(/'([^']+)'/g)].map(([, name = '']) => name);

interface Page {
  readonly file: string;
  readonly words: readonly string[];
}

/** Every route with the words that it and the layout around it ask for. */
function pages(): Page[] {
  return files
    .filter((file) => /(^|-|\/)routes\.ts$/.test(file))
    .flatMap((file) =>
      (sources.get(file) ?? '').split(/(?=\bpath: ')/).flatMap((record): Page[] => {
        const page = resolved(file, /import\('([^']+)'\)/.exec(record)?.[1] ?? '');
        if (!page) return [];
        const around = file === join('router', 'routes.ts') ? ['ui'] : AROUND[faceOf(file, record)];
        return [{ file: page, words: [...around, ...listed(record)] }];
      }),
    );
}
/** The desk's form also opens on the phone: what stands around a page is said by the list it is in. */
function faceOf(file: string, record: string): keyof typeof AROUND {
  const before = (sources.get(file) ?? '').split(record)[0] ?? '';
  const list = [...before.matchAll(/export const \w*?(desk|phone)(?:Routes)?:/gi)].at(-1)?.[1] ?? '';
  return list.toLowerCase() === 'desk' ? 'desk-routes.ts' : 'phone-routes.ts';
}

describe('words of the web app', () => {
  it('stand in both languages', () => {
    const alone = files.filter((file) => file.endsWith('words.zh.ts') && !sources.has(file.replace('.zh.', '.en.')));
    expect(alone).toEqual([]);
    expect(wordsOf.size).toBeGreaterThan(20);
  });

  it('are known where a page asks for them', () => {
    const known = [...wordsOf.values()].flat();
    const unknown = files.flatMap((file) =>
      [...(sources.get(file) ?? '').matchAll(/\bt\('([\w-]+(?:\.[\w-]+)+)'/g)]
        .map(([, key = '']) => key)
        .filter((key) => !known.includes(key))
        .map((key) => `${key} in ${file}`),
    );
    expect(unknown).toEqual([]);
  });

  it('are known where a key is put together', () => {
    const unknown = [...sources].flatMap(([file, source]) =>
      isWords(file)
        ? []
        : asked(source)
            .filter(({ text, holders }) => holders.length === 0 && text.includes('${'))
            .map(({ text }) => `${text} in ${file}`),
    );
    expect(unknown).toEqual([]);
  });

  it('are loaded by every page that shows them', () => {
    const shown = new Map([...sources].map(([file, source]) => [file, isWords(file) ? [] : asked(source)]));
    const all = pages();
    expect(all.length).toBeGreaterThan(55);
    for (const { file, words } of all) {
      const missing = [...reached(file)].flatMap((source) =>
        (shown.get(source) ?? [])
          .filter(({ holders }) => holders.length > 0 && !holders.some((name) => words.includes(name)))
          .map(({ text, holders }) => `${text} of ${holders.join(' or ')} in ${source}`),
      );
      expect({ file, missing }).toEqual({ file, missing: [] });
      expect({ file, absent: words.filter((name) => !wordsOf.has(name)) }).toEqual({ file, absent: [] });
    }
  });
});
