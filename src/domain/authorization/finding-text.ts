import type { Text } from '../../kernel/language';

/** What a finding says; `{name}` is filled from its params. */
export interface FindingText {
  readonly message: Text;
  /** What the person at the machine can do about it. */
  readonly remedy: Text;
  /** Null if the platform's own rule speaks. */
  readonly legalBasis: Text | null;
  /** Other words for another cause of the same code. */
  readonly variants?: Readonly<Record<string, Pick<FindingText, 'message' | 'remedy'>>>;
}

export const words = (zh: string, en: string): Text => ({ zh, en });
