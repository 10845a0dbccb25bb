import { createHash, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '../../kernel/canonical-json';
import type { AuditHead } from '../audit/audit-head';
import { BackupError } from './backup-error';
import { ArchiveKeys, type Encryption } from './chunk-cipher';
import type { KeyChecks } from './key-checks';
import type { Part } from './part-file';

const FILE = 'manifest.json';

export interface TablePart extends Part {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: number;
}

/** A partition is made again before its rows are put back. */
export interface Partition {
  readonly table: string;
  readonly parent: string;
  readonly bound: string;
}

export interface SequenceValue {
  readonly sequence: string;
  /** Null: never asked. */
  readonly value: string | null;
}

/** What an archive holds. Its own hash or, where it is encrypted, its signature stands at the end. */
export interface Manifest {
  readonly format: 1;
  readonly takenAt: string;
  readonly version: string;
  readonly server: string;
  /** The schema is that of these migrations. */
  readonly migrations: readonly string[];
  readonly epoch: number;
  /** The end of the audit chain as the snapshot sees it. */
  readonly auditHead: AuditHead | null;
  readonly keys: KeyChecks;
  readonly tables: readonly TablePart[];
  readonly partitions: readonly Partition[];
  readonly sequences: readonly SequenceValue[];
  /** Null: the secrets named below are not in the archive. */
  readonly secrets: Part | null;
  readonly secretNames: readonly string[];
  /** Schemas of other programs. */
  readonly leftOut: readonly string[];
  readonly encryption: Encryption | null;
}

type Closed = Manifest & { readonly seal: string };

/** Written last: a folder without it is no backup. */
export function writeManifest(folder: string, manifest: Manifest, keys: ArchiveKeys | null): void {
  const closed: Closed = { ...manifest, seal: sealOf(manifest, keys) };
  writeFileSync(join(folder, FILE), `${JSON.stringify(closed, null, 1)}\n`, { mode: 0o600, flag: 'wx' });
}

const hasManifest = (folder: string): boolean => existsSync(join(folder, FILE));

/** A plain archive where a passphrase is given is refused: somebody may have put it in the place of the encrypted one. */
export function readManifest(folder: string, secret: Buffer | null): { manifest: Manifest; keys: ArchiveKeys | null } {
  if (!hasManifest(folder)) throw new BackupError('no-backup', folder);
  const { seal, ...manifest } = parsed(folder);
  if (manifest.format !== 1) throw new BackupError('format-unknown');
  if (manifest.encryption && !secret) throw new BackupError('passphrase-missing');
  if (!manifest.encryption && secret) throw new BackupError('not-encrypted');
  const keys = manifest.encryption && secret ? new ArchiveKeys(secret, manifest.encryption) : null;
  if (!isSame(seal, sealOf(manifest, keys)))
    throw new BackupError(keys ? 'manifest-not-authentic' : 'manifest-damaged');
  return { manifest, keys };
}

function parsed(folder: string): Closed {
  try {
    return JSON.parse(readFileSync(join(folder, FILE), 'utf8')) as Closed;
  } catch {
    throw new BackupError('manifest-damaged');
  }
}

function sealOf(manifest: Manifest, keys: ArchiveKeys | null): string {
  const text = canonicalJson(manifest);
  return keys ? keys.mac(text) : createHash('sha256').update(text).digest('base64url');
}

function isSame(given: unknown, expected: string): boolean {
  const [a, b] = [Buffer.from(String(given)), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
