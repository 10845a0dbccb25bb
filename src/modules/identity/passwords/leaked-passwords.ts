import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config/config';

const DIGITS = 40;
/** Longer than any line: 40 digits, a colon, a count. */
const WINDOW = 256;

/**
 * Passwords that stood in leaks, where the operator keeps such a list: a file of SHA-1 in hexadecimal digits, sorted, one a
 * line, a count after a colon or none. It is searched on the disk, for it may weigh gigabytes; nothing leaves the machine.
 */
@Injectable()
export class LeakedPasswords {
  constructor(@Inject(Config) private readonly config: Pick<Config, 'leakedPasswordsFile'>) {}

  async knows(password: string): Promise<boolean> {
    const { leakedPasswordsFile: path } = this.config;
    if (path === null) return false;
    const file = await open(path, 'r');
    try {
      return await isListed(file, createHash('sha1').update(password.normalize('NFKC')).digest('hex').toUpperCase());
    } finally {
      await file.close();
    }
  }
}

async function isListed(file: FileHandle, hash: string): Promise<boolean> {
  let [from, to] = [0, (await file.stat()).size]; // a line that begins outside is not the one
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const line = await lineFrom(file, middle);
    const listed = line?.text.slice(0, DIGITS).toUpperCase();
    if (listed === hash) return true;
    if (line === null || listed === undefined || line.at >= to || listed > hash) to = middle;
    else from = line.at + line.text.length + 1;
  }
  return false;
}

/** The first line that begins there or later; null: none does. */
async function lineFrom(file: FileHandle, place: number): Promise<{ at: number; text: string } | null> {
  const begin = Math.max(0, place - 1);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(WINDOW), 0, WINDOW, begin);
  const seen = buffer.toString('latin1', 0, bytesRead);
  const before = place === 0 ? 0 : seen.indexOf('\n') + 1;
  if (place > 0 && before === 0) return null;
  const rest = seen.slice(before);
  return rest === '' ? null : { at: begin + before, text: rest.split('\n')[0] ?? '' };
}
