import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, scryptSync } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { BackupError } from './backup-error';

const CHUNK = 65_536;
const TAG = 16;
/** 128 MiB and about half a second for each guess. */
const COST = { N: 131_072, r: 8, p: 1 } as const;
const MOST_MEMORY = 256 * 1024 * 1024;

/** How an archive is encrypted, as its manifest says. */
export interface Encryption {
  readonly cipher: 'aes-256-gcm';
  readonly kdf: 'scrypt';
  readonly N: number;
  readonly r: number;
  readonly p: number;
  /** Base64; fresh for each backup, so no key is used twice. */
  readonly salt: string;
}

export const newEncryption = (): Encryption => ({
  cipher: 'aes-256-gcm',
  kdf: 'scrypt',
  ...COST,
  salt: randomBytes(16).toString('base64'),
});

/** The keys of one archive: one a part, and one that signs the manifest. */
export class ArchiveKeys {
  private readonly root: Buffer;

  constructor(secret: Buffer, { N, r, p, salt }: Encryption) {
    if (N !== COST.N || r !== COST.r || p !== COST.p) throw new BackupError('encryption-unknown'); // else a manifest sets our cost
    this.root = scryptSync(secret, Buffer.from(salt, 'base64'), 32, { N, r, p, maxmem: MOST_MEMORY });
  }

  mac(text: string): string {
    return createHmac('sha256', this.derived('manifest')).update(text).digest('base64url');
  }

  encrypting(part: string): Transform {
    const key = this.derived(`part ${part}`);
    return new Chunks(CHUNK, (chunk, number, isLast) => {
      const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, isLast));
      return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
    });
  }

  /** Fails at the first chunk that was changed, moved or cut off. */
  decrypting(part: string): Transform {
    const key = this.derived(`part ${part}`);
    return new Chunks(CHUNK + TAG, (chunk, number, isLast) => {
      if (chunk.length < TAG) throw new BackupError('part-damaged', part);
      const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, isLast));
      decipher.setAuthTag(chunk.subarray(-TAG));
      try {
        return Buffer.concat([decipher.update(chunk.subarray(0, -TAG)), decipher.final()]);
      } catch {
        throw new BackupError('part-damaged', part);
      }
    });
  }

  private derived(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.root, '', `hanan backup 1 ${purpose}`, 32));
  }
}

/** The number keeps chunks in their order; the mark of the last one shows a cut end. */
function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt8(isLast ? 1 : 0, 0);
  nonce.writeBigUInt64BE(BigInt(number), 4);
  return nonce;
}

type Work = (chunk: Buffer, number: number, isLast: boolean) => Buffer;

/** Cuts a stream into chunks of one size; the last one, which may be empty, is known only at the end. */
class Chunks extends Transform {
  private waiting: Buffer[] = [];
  private bytes = 0;
  private number = 0;

  constructor(
    private readonly size: number,
    private readonly work: Work,
  ) {
    super();
  }

  override _transform(data: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.waiting.push(data);
    this.bytes += data.length;
    if (this.bytes <= this.size) return done();
    this.attempt(done, () => {
      let rest = Buffer.concat(this.waiting);
      for (; rest.length > this.size; rest = rest.subarray(this.size)) this.give(rest.subarray(0, this.size), false);
      [this.waiting, this.bytes] = [[rest], rest.length];
    });
  }

  override _flush(done: TransformCallback): void {
    this.attempt(done, () => this.give(Buffer.concat(this.waiting), true));
  }

  private give(chunk: Buffer, isLast: boolean): void {
    this.push(this.work(chunk, this.number, isLast));
    this.number += 1;
  }

  private attempt(done: TransformCallback, work: () => void): void {
    try {
      work();
      done();
    } catch (fault) {
      done(fault as Error);
    }
  }
}
