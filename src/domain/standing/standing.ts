/** Green: in order. Amber: look into it. Red: must not work. Grey: nothing to judge, or over. */
export const TONES = ['green', 'amber', 'red', 'grey'] as const;
export type Tone = (typeof TONES)[number];

/** How something stands at a glance: one colour, and one sentence by its code. */
export interface Standing<Code extends string = string> {
  readonly tone: Tone;
  readonly code: Code;
  /** What fills the sentence; dates as printed, `YYYY-MM-DD`. */
  readonly params?: Readonly<Record<string, string | number>>;
}
