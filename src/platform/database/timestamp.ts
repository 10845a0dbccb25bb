import type { Instant } from '../../kernel/time';

/** An instant as the driver takes it for a `timestamptz` parameter; nothing stays null. */
export const timestamp = (at: Instant | null | undefined): Date | null =>
  at === null || at === undefined ? null : new Date(at);
