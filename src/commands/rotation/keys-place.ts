import { appendFileSync, chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../platform/config/config';
import {
  keepSecrets,
  secretsIn,
  secretTexts,
  type SecretName,
  type SecretTexts,
} from '../../platform/config/kept-secrets';
import type { Environment } from '../../platform/config/variables';

/** The operator has to act: what comes next stands in a file. */
export class OperatorsTurn extends Error {}

/** Where the secrets of the installation are kept, and how they are changed there. */
export class KeysPlace {
  constructor(
    private readonly config: Pick<Config, 'secretsFile' | 'dataDir'>,
    private readonly environment: Environment,
  ) {}

  texts(): SecretTexts {
    return secretTexts(this.config.secretsFile, this.environment);
  }

  /** Running processes see it within a second. Secrets that come by environment only their operator can change. */
  write(changes: SecretTexts): void {
    const { secretsFile } = this.config;
    const names = Object.keys(changes) as SecretName[];
    const isGiven = secretsFile === null || names.some((name) => this.environment[name]?.trim());
    if (isGiven) throw new OperatorsTurn(this.forOperator(changes));
    keepSecrets(secretsFile, { ...secretsIn(secretsFile), ...changes });
  }

  /** What no row needs any more, for backups that were made with it. */
  retire(name: SecretName, keys: readonly string[], at: string): string {
    const file = join(this.config.dataDir, 'retired-secrets.txt');
    appendFileSync(file, keys.map((key) => `${at} ${name} ${key}\n`).join(''), { mode: 0o600 });
    return file;
  }

  private forOperator(changes: SecretTexts): string {
    const file = join(this.config.dataDir, 'secrets-next.env');
    const lines = Object.entries(changes).map(([name, value]) => `${name}=${value.replaceAll('\n', '\\n')}\n`);
    writeFileSync(file, lines.join(''), { mode: 0o600 });
    chmodSync(file, 0o600);
    return `密钥由环境变量给出：请把 ${file} 中的值交给每个进程，逐个重启，再运行本命令。
The secrets come by environment: give every process what ${file} holds, restart one after another, and run this again.`;
  }
}
