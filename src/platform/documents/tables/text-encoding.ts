import { isUtf8 } from 'node:buffer';

const MARKS = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
] as const;

/** By the byte order mark, else UTF-16 as its empty bytes show, else UTF-8 where all of it is, else what Chinese systems write. */
export function encodingOf(bytes: Buffer): string {
  const marked = MARKS.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte));
  if (marked) return marked.encoding;
  const empty = [0, 1].map((odd) => bytes.subarray(0, 512).filter((byte, i) => i % 2 === odd && byte === 0).length);
  if ((empty[1] ?? 0) > 4) return 'utf-16le';
  if ((empty[0] ?? 0) > 4) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'gb18030';
}
