import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, pipeline as pipe, Transform, type Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { BackupError } from './backup-error';
import type { ArchiveKeys } from './chunk-cipher';

/** A file of an archive as its manifest knows it: the hash is of what lies on the disk. */
export interface Part {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Compressed, then encrypted where there are keys. `fill` writes into the sink and ends it. */
export async function writePart<T>(
  folder: string,
  file: string,
  keys: ArchiveKeys | null,
  fill: (sink: Writable) => Promise<T>,
): Promise<{ part: Part; filled: T }> {
  const sink = new PassThrough();
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  const target = createWriteStream(join(folder, file), { mode: 0o600, flags: 'wx', flush: true });
  const stages = [sink, createGzip({ level: 3 }), ...(keys ? [keys.encrypting(file)] : []), counted, target];
  const [filled] = await Promise.all([fill(sink), pipeline(stages as [Readable, ...Transform[], Writable])]);
  return { part: { file, bytes, sha256: hash.digest('hex') }, filled };
}

/** Whether the file is what the manifest says, byte for byte. */
export async function checkPart(folder: string, { file, bytes, sha256 }: Part): Promise<void> {
  const path = pathOf(folder, file);
  if (!existsSync(path)) throw new BackupError('part-missing', file);
  if (statSync(path).size !== bytes) throw new BackupError('part-damaged', file);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  if (hash.digest('hex') !== sha256) throw new BackupError('part-damaged', file);
}

/** The bytes that were filled in. */
export function readPart(folder: string, file: string, keys: ArchiveKeys | null): Readable {
  const stages = [createReadStream(pathOf(folder, file)), ...(keys ? [keys.decrypting(file)] : []), createGunzip()];
  return pipe(stages as [Readable, ...Transform[]], () => undefined) as unknown as Readable; // who reads it meets the fault
}

/** A manifest names files of its own folder only. */
function pathOf(folder: string, file: string): string {
  if (!/^[a-z0-9_]+(\.[a-z0-9]+)+$/.test(file)) throw new BackupError('manifest-damaged', file);
  return join(folder, file);
}
