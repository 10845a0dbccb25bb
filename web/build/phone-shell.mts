import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

type Chunk = Rolldown.OutputChunk & { viteMetadata?: { importedCss: Set<string>; importedAssets: Set<string> } };

/** The service worker keeps its address for ever: phones ask for it there. */
export const WORKER = 'sw';
const OF_THE_DESK = /\/web\/src\/(.+\/)?desk\//;

/**
 * Tells the service worker which files the phone's pages are made of: everything that the first script leads to, except
 * what belongs to a desk. The names carry hashes, so that the list names one version.
 */
export function phoneShell(): Plugin {
  let folder = '';
  return {
    name: 'phone-shell',
    apply: 'build',
    configResolved: ({ root, build }) => void (folder = join(root, build.outDir)),
    writeBundle: {
      sequential: true,
      order: 'post',
      handler: (_options, bundle) => {
        const files = filesOf(bundle as unknown as Record<string, Chunk>).map((file) => `/${file}`);
        const path = join(folder, `${WORKER}.js`);
        const code = readFileSync(path, 'utf8');
        const page = readFileSync(join(folder, 'index.html'), 'utf8');
        const version = createHash('sha256').update(page).update(files.join()).update(code).digest('hex').slice(0, 16);
        const told = code.replace('__SHELL_VERSION__', version).replace('__SHELL_FILES__', files.join(' '));
        if (told.includes('__SHELL')) throw new Error('the service worker does not say where its list of files goes');
        writeFileSync(path, told);
      },
    },
  };
}

/** The file that the page begins with comes first: by its name the worker knows the page of its own version. */
function filesOf(bundle: Record<string, Chunk>): string[] {
  const files = new Set<string>();
  const reach = (file: string): void => {
    const chunk = bundle[file];
    if (!chunk || files.has(file) || chunk.moduleIds?.some((id) => OF_THE_DESK.test(id))) return;
    files.add(file);
    const { importedCss = [], importedAssets = [] } = chunk.viteMetadata ?? {};
    for (const beside of [...importedCss, ...importedAssets]) files.add(beside);
    [...chunk.imports, ...chunk.dynamicImports].forEach(reach);
  };
  const first = Object.values(bundle).find(({ isEntry, name }) => isEntry && name !== WORKER);
  if (!first) throw new Error('no file begins the page');
  reach(first.fileName);
  return [...files];
}
