import { readFileSync } from 'node:fs';
import { BackupError } from './backup-error';

const SHORTEST_PASSPHRASE = 12;
const SHORTEST_KEY_FILE = 32;

/** From `--key-file`, or from BACKUP_PASSPHRASE. Never from the command line: other users of a machine see it there. */
export function archiveSecret(keyFile: string | null, { BACKUP_PASSPHRASE }: NodeJS.ProcessEnv): Buffer | null {
  const secret = keyFile === null ? Buffer.from(BACKUP_PASSPHRASE ?? '', 'utf8') : readFileSync(keyFile);
  if (secret.length === 0 && keyFile === null) return null;
  if (secret.length < (keyFile === null ? SHORTEST_PASSPHRASE : SHORTEST_KEY_FILE))
    throw new BackupError('passphrase-missing');
  return secret;
}
