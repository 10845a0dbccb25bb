import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { SCANNED_PAGE } from './scanned-page.mts';

type Chunk = Rolldown.OutputChunk & { viteMetadata?: { importedCss: Set<string> } };

/**
 * Writes `code.html` beside `index.html`: the same page, but it names all files of the scanned page at once. On a weak
 * line each file that is found only after another one has arrived costs a round trip.
 */
export function codePageEntry(): Plugin {
  let folder = '';
  return {
    name: 'code-page-entry',
    apply: 'build',
    configResolved: ({ root, build }) => void (folder = join(root, build.outDir)),
    writeBundle: {
      sequential: true,
      order: 'post',
      handler: (_options, bundle) => {
        const page = readFileSync(join(folder, 'index.html'), 'utf8');
        const links = linksOf(bundle as unknown as Record<string, Chunk>).filter(({ file }) => !page.includes(file));
        writeFileSync(
          join(folder, 'code.html'),
          page.replace('</head>', `${links.map(({ tag }) => tag).join('\n    ')}\n  </head>`),
        );
      },
    },
  };
}

function linksOf(bundle: Record<string, Chunk>): { file: string; tag: string }[] {
  const scripts = new Set<string>();
  const reach = (file: string): void => {
    const chunk = bundle[file];
    if (!chunk || scripts.has(file)) return;
    scripts.add(file);
    chunk.imports.forEach(reach);
  };
  for (const part of SCANNED_PAGE) reach(chunkOf(bundle, part));
  const styles = new Set([...scripts].flatMap((file) => [...(bundle[file]?.viteMetadata?.importedCss ?? [])]));
  return [
    ...[...styles].map((file) => ({ file, tag: `<link rel="stylesheet" crossorigin href="/${file}" />` })),
    ...[...scripts].map((file) => ({ file, tag: `<link rel="modulepreload" crossorigin href="/${file}" />` })),
  ];
}

function chunkOf(bundle: Record<string, Chunk>, part: string): string {
  const found = Object.values(bundle).find(({ moduleIds }) => moduleIds?.some((id) => id.endsWith(part)));
  if (!found) throw new Error(`${part} is in no file: say in scanned-page.mts what the scanned page is made of`);
  return found.fileName;
}
