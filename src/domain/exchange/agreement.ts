/** What personal data may be used for (个人信息保护法 6, 34); an agreement names them one by one. */
export const PURPOSES = ['certificate-check', 'enforcement', 'accident-inquiry'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** The agreement with another platform: its purposes hold on the days from `from` to `until`, both included. */
export interface Agreement {
  readonly purposes: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly from: string;
  readonly until: string;
}

const NOTHING: ReadonlySet<string> = new Set();

/** The purposes for which personal data may leave on a day; before, after and without an agreement there are none. */
export const purposesOn = (agreement: Agreement | null, day: string): ReadonlySet<string> =>
  agreement !== null && agreement.from <= day && day <= agreement.until ? new Set(agreement.purposes) : NOTHING;
