import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/**
 * Personal data and chip secrets at rest: AES-256-GCM, `k<version>.<base64url nonce+tag+ciphertext>`.
 * `context` names what the value belongs to (`welder.id-number`); a value cannot be opened as another kind.
 */
export class Sealer {
  constructor(
    private readonly masterKeys: ReadonlyMap<number, Buffer>,
    private readonly currentVersion: number,
    private readonly searchKey: Buffer,
  ) {}

  seal(context: string, plain: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key(this.currentVersion), nonce).setAAD(Buffer.from(context));
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return `k${this.currentVersion}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`;
  }

  open(context: string, sealed: string): string {
    const [version = '', body = ''] = sealed.slice(1).split('.');
    const bytes = Buffer.from(body, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', this.key(Number(version)), bytes.subarray(0, 12))
      .setAAD(Buffer.from(context))
      .setAuthTag(bytes.subarray(12, 28));
    return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8');
  }

  /** A keyed hash for exact search and uniqueness; under a key of its own, so that one leak does not open the other. */
  fingerprint(context: string, plain: string): string {
    return createHmac('sha256', this.searchKey).update(`${context}\0${plain}`).digest('base64url');
  }

  private key(version: number): Buffer {
    const key = this.masterKeys.get(version);
    if (!key) throw new Error(`master key version ${version} is not configured`);
    return key;
  }
}
