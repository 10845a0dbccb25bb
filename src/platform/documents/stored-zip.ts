import { crc32 } from 'node:zlib';

const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const NAMES_ARE_UTF8 = 0x0800;
/** 1980-01-01: an archive with a time of its own would differ each time it is made. */
const NO_DATE = 0x0021;
const MOST_FILES = 65_535;

/**
 * A ZIP archive that is the same for the same files: stored without packing, in the order of names, without times. So an
 * archive can be made again from what it holds, and compared byte by byte.
 */
export function storedZip(files: ReadonlyMap<string, Buffer>): Buffer {
  if (files.size > MOST_FILES) throw new Error('too many files for one archive');
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [path, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const name = Buffer.from(path);
    const head = headOf(name, content);
    parts.push(u32(LOCAL), head, name, content);
    directory.push(u32(CENTRAL), u16(20), head, u16(0, 0, 0), u32(0, at), name);
    at += 4 + head.length + name.length + content.length;
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([
    ...parts,
    central,
    u32(END),
    u16(0, 0, files.size, files.size),
    u32(central.length, at),
    u16(0),
  ]);
}

/** The files of an archive that `storedZip` made; null for every other one, however little it differs. */
export function readStoredZip(archive: Buffer): Map<string, Buffer> | null {
  const files = new Map<string, Buffer>();
  for (let at = 0; at + LOCAL_LENGTH <= archive.length && archive.readUInt32LE(at) === LOCAL;) {
    const size = archive.readUInt32LE(at + 18);
    const from = at + LOCAL_LENGTH + archive.readUInt16LE(at + 26);
    files.set(archive.toString('utf8', at + LOCAL_LENGTH, from), archive.subarray(from, from + size));
    at = from + size;
  }
  return storedZip(files).equals(archive) ? files : null;
}

/** What local and central header share. */
const headOf = (name: Buffer, content: Buffer): Buffer =>
  Buffer.concat([
    u16(20, NAMES_ARE_UTF8, 0, 0, NO_DATE),
    u32(crc32(content), content.length, content.length),
    u16(name.length, 0),
  ]);

function u16(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, i) => bytes.writeUInt16LE(value, i * 2));
  return bytes;
}

function u32(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, i) => bytes.writeUInt32LE(value >>> 0, i * 4));
  return bytes;
}
