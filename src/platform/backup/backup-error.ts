const TEXTS = {
  'folder-not-empty': ['目标文件夹不是空的', 'The folder is not empty. A backup is written into a folder of its own'],
  'no-backup': [
    '这里没有完整的备份（缺少 manifest.json）',
    'There is no complete backup here (manifest.json is missing); it may have been interrupted',
  ],
  'format-unknown': ['备份格式不认识', 'The format of this backup is unknown to this version'],
  'manifest-damaged': ['备份清单已损坏或被改动', 'The manifest is damaged or was changed'],
  'manifest-not-authentic': [
    '口令不对，或备份清单被改动',
    'The passphrase or key file is wrong, or the manifest was changed',
  ],
  'part-missing': ['备份缺少一部分', 'A part of the backup is missing'],
  'part-damaged': ['备份的一部分已损坏、被截断或被改动', 'A part of the backup is damaged, cut off or was changed'],
  'rows-missing': ['备份中的行数不符', 'A table has not the number of rows that the manifest says'],
  'encryption-unknown': ['不认识的加密方式', 'The encryption of this backup is unknown to this version'],
  'not-encrypted': [
    '给了口令，但这份备份没有加密',
    'A passphrase is given, but this backup is not encrypted. It may have been put in the place of another',
  ],
  'passphrase-missing': [
    '请用 BACKUP_PASSPHRASE（至少 12 个字符）或 --key-file 给出口令',
    'Give BACKUP_PASSPHRASE (at least 12 characters) or --key-file with a file of at least 32 bytes',
  ],
  'secrets-need-encryption': [
    '--with-secrets 只能与 --encrypt 一起用',
    '--with-secrets goes only with --encrypt: the secrets open everything',
  ],
  'secrets-missing': [
    '缺少密钥：请给出环境变量，或使用带密钥的备份（--with-secrets）',
    'Secrets are missing. Give them by environment, put secrets.json into DATA_DIR, or use a backup made --with-secrets',
  ],
  'secrets-differ': [
    '所给密钥不是这份备份的密钥',
    'These are not the secrets of this backup; with them the data could not be read',
  ],
  'place-not-empty': [
    '恢复的目标不是空的，什么都没有写',
    'The place to restore into is not empty; nothing was written. Use a new database or a new DATA_DIR',
  ],
  'version-newer': [
    '备份来自更新的版本，请先升级程序',
    'The backup was made by a newer version. Upgrade the program first; unknown migration',
  ],
  'table-unreadable': ['有一张表无法完整读取', 'A table cannot be read whole'],
} as const;

export type BackupFault = keyof typeof TEXTS;

/** What a person at a terminal has to know, in both languages. */
export class BackupError extends Error {
  constructor(
    readonly fault: BackupFault,
    what = '',
  ) {
    const [zh, en] = TEXTS[fault];
    super(`${zh}${what && `：${what}`} / ${en}${what && `: ${what}`}.`);
  }
}
