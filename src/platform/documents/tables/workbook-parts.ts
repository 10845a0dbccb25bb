import { Transform, type Readable } from 'node:stream';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { TABLE_LIMITS as MOST } from './table-limits';
import { UnreadableTable } from './unreadable-table';

/** The parts of a workbook by their path. Each is unpacked when it is asked for, and never further than the limits. */
export class WorkbookParts {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  static async open(bytes: Buffer): Promise<WorkbookParts> {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false }).catch(broken);
    const entries = new Map<string, Entry>();
    try {
      for await (const entry of zip.eachEntry()) {
        if (entries.size >= MOST.parts) throw new UnreadableTable('import.unpacks-too-large');
        entries.set(entry.fileName.replace(/^\/+/, ''), entry);
      }
    } catch (fault) {
      throw fault instanceof UnreadableTable ? fault : new UnreadableTable('import.file-broken');
    }
    return new WorkbookParts(zip, entries);
  }

  has(path: string): boolean {
    return this.entries.has(path);
  }

  /** Null if the workbook has no such part. */
  async stream(path: string): Promise<Readable | null> {
    const entry = this.entries.get(path);
    if (!entry) return null;
    if (entry.isEncrypted()) throw new UnreadableTable('import.file-broken');
    if (tooLarge(entry.uncompressedSize, entry.compressedSize)) throw new UnreadableTable('import.unpacks-too-large');
    const packed = await this.zip.openReadStreamPromise(entry).catch(broken);
    const counted = packed.pipe(counter(entry.compressedSize));
    packed.on('error', (fault) => counted.destroy(fault));
    return counted;
  }
}

const broken = (): never => {
  throw new UnreadableTable('import.file-broken');
};

const tooLarge = (unpacked: number, packed: number): boolean =>
  unpacked > MOST.partBytes || (unpacked > MOST.ratioFromBytes && unpacked > packed * MOST.ratio);

/** The size that a file claims may be a lie, so the bytes are counted as they come. */
function counter(packed: number): Transform {
  let unpacked = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done): void {
      unpacked += chunk.length;
      if (tooLarge(unpacked, packed)) done(new UnreadableTable('import.unpacks-too-large'));
      else done(null, chunk);
    },
  });
}
