/** One row of `rule_versions` as it is first written. Folder `migrations/rules` belongs to the migration that seeds it and, like it, is never edited once landed. */
export interface SeedRule {
  readonly key: string;
  readonly regime?: string;
  readonly level?: string;
  readonly value: unknown;
  readonly source: string;
  readonly certainty: 'A' | 'B' | 'default';
}

/** What no public text settles: the platform's own choice, to be tightened by whoever runs it. */
export const byPlatform = (key: string, value: unknown, of: { regime?: string; level?: string } = {}): SeedRule => ({
  key,
  value,
  ...of,
  source: '平台默认',
  certainty: 'default',
});
