/** A column that a rotation changes. */
export interface KeptColumn {
  readonly table: string;
  readonly column: string;
}

/** A column whose values are sealed, with what they are sealed as. */
export interface SealedColumn extends KeptColumn {
  readonly key: 'master' | 'tip';
  /** Of a row whose own id belongs to it: `idColumn`. */
  readonly context: string | ((id: string) => string);
  readonly idColumn?: string;
  /** The sealed text stands in a `jsonb` column. */
  readonly isJson?: true;
}
