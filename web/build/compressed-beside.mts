import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const TEXTS = /\.(js|css|html|svg|json|webmanifest)$/;
/** Below one packet nothing is won. */
const SMALLEST_BYTES = 1_000;

/** Compresses once, as well as it can be done, so that the platform only has to choose a file. */
export function compressedBeside(): Plugin {
  let folder = '';
  return {
    name: 'compressed-beside',
    apply: 'build',
    configResolved: ({ root, build }) => void (folder = join(root, build.outDir)),
    closeBundle: {
      sequential: true,
      order: 'post',
      handler: () => {
        for (const file of filesIn(folder)) if (TEXTS.test(file)) compress(file);
      },
    },
  };
}

function compress(file: string): void {
  const plain = readFileSync(file);
  if (plain.length < SMALLEST_BYTES) return;
  writeFileSync(
    `${file}.br`,
    brotliCompressSync(plain, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
      },
    }),
  );
  writeFileSync(`${file}.gz`, gzipSync(plain, { level: constants.Z_BEST_COMPRESSION }));
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
