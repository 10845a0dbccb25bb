export const CERTAINTIES = ['A', 'B', 'default'] as const;
/** A: looked up in a public text; B: common knowledge, shown as unconfirmed; default: the platform's own choice. */
export type RuleCertainty = (typeof CERTAINTIES)[number];
