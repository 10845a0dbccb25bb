import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The last backup that was finished from this folder, for whoever asks how old it is. */
export interface LastBackup {
  readonly takenAt: string;
  readonly folder: string;
  /** When every file of it was read again and fitted; missing in notes of earlier releases. */
  readonly verifiedAt?: string;
  readonly rows?: number;
  readonly bytes?: number;
  readonly encrypted?: boolean;
}

const fileOf = (dataDir: string): string => join(dataDir, 'last-backup.json');

export function noteBackup(dataDir: string, backup: LastBackup): void {
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(fileOf(dataDir), `${JSON.stringify(backup)}\n`, { mode: 0o600 });
}

export const lastBackup = (dataDir: string): LastBackup | null =>
  existsSync(fileOf(dataDir)) ? (JSON.parse(readFileSync(fileOf(dataDir), 'utf8')) as LastBackup) : null;
