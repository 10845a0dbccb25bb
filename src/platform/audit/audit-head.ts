import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/config';
import type { AuditBlock } from './audit-block';

/** The newest block, remembered outside the database. A chain whose end was cut off would otherwise look complete. */
export interface AuditHead {
  readonly blockId: number;
  readonly hash: string;
  readonly sealedAt: string;
  readonly signature: string;
  /** PEM, for an auditor who checks the signatures without the installation's secrets. */
  readonly publicKey: string;
}

export const headFile = (dataDir: string): string => join(dataDir, 'audit-head.json');

export const headOf = ({ id, hash, sealedAt, signature }: AuditBlock, publicKey: string): AuditHead => ({
  blockId: id,
  hash,
  sealedAt,
  signature,
  publicKey,
});

/** Both places outside the database: an older genuine head in one of them is betrayed by the other. */
export const headPlaces = ({ dataDir, auditCopyDir }: Pick<Config, 'dataDir' | 'auditCopyDir'>): HeadPlaces => ({
  head: dataDir,
  copy: auditCopyDir ?? join(dataDir, 'audit-copy'),
});

export interface HeadPlaces {
  readonly head: string;
  readonly copy: string;
}

export interface KnownHeads {
  readonly head: AuditHead | null;
  readonly copy: AuditHead | null;
}

export const readHeads = ({ head, copy }: HeadPlaces): KnownHeads => ({ head: readHead(head), copy: readHead(copy) });

/**
 * The place whose head is older than a crash between the two writes can explain. The number of a head grows with each
 * block.
 */
export function olderPlace({ head, copy }: KnownHeads): 'head' | 'copy' | null {
  const apart = (head?.blockId ?? 0) - (copy?.blockId ?? 0);
  if (head === null || copy === null || Math.abs(apart) <= 1) return null;
  return apart < 0 ? 'head' : 'copy';
}

/** Null if there is none; throws where it cannot be read. */
export function readHead(dataDir: string): AuditHead | null {
  const file = headFile(dataDir);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as AuditHead) : null;
}

/** Complete or not at all, also when the power fails. */
export function writeHead(dataDir: string, head: AuditHead): void {
  mkdirSync(dataDir, { recursive: true });
  const file = headFile(dataDir);
  const fresh = openSync(`${file}.new`, 'w', 0o600);
  try {
    writeSync(fresh, `${JSON.stringify(head, null, 2)}\n`);
    fsyncSync(fresh);
  } finally {
    closeSync(fresh);
  }
  chmodSync(`${file}.new`, 0o600); // an older file of that name would have kept its mode
  renameSync(`${file}.new`, file);
}
