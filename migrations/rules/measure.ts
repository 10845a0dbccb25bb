/** One line of a permit's checklist. With `placeKinds` or `openAir` it is asked at such places only. */
export interface Measure {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly placeKinds?: readonly string[];
  readonly openAir?: true;
  /** The text it comes from. */
  readonly source: string;
}

/** Writes the lines of one source. */
export const from =
  (source: string) =>
  (code: string, zh: string, en: string, at: Pick<Measure, 'placeKinds' | 'openAir'> = {}): Measure => ({
    code,
    zh,
    en,
    ...at,
    source,
  });

export const PLATFORM = '平台默认';
