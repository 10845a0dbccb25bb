/** Risk of a target: each stratum is drawn by a published weight, a clean record less often. */
export const STRATA = ['high', 'ordinary', 'clean'] as const;
export type Stratum = (typeof STRATA)[number];

/** What is known of a firm when a list is made. */
export interface FirmRecord {
  /** Its trade is dangerous in itself. */
  readonly dangerousTrade: boolean;
  /** Cases of the last twelve months that were not withdrawn; and the grave ones among them. */
  readonly cases: number;
  readonly grave: number;
}

/** 风险分层: dangerous trades and grave cases first; who had none for a year is drawn less. */
export function stratumOf({ dangerousTrade, cases, grave }: FirmRecord): Stratum {
  if (dangerousTrade || grave > 0) return 'high';
  return cases === 0 ? 'clean' : 'ordinary';
}
