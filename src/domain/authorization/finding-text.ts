/** Words of one language each; `{name}` is filled from the finding's params. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export interface FindingText {
  readonly message: Words;
  /** What to do about it, for whoever stands at the machine. */
  readonly remedy: Words;
  /** Null where the platform's own rule speaks. */
  readonly legalBasis: Words | null;
  /** Other words for another cause of the same code. */
  readonly variants?: Readonly<Record<string, Pick<FindingText, 'message' | 'remedy'>>>;
}

export const words = (zh: string, en: string): Words => ({ zh, en });
