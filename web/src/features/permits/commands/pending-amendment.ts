import type { Amendment, Permit } from '@/api/permits';

/** What was asked to be added and nobody has confirmed yet. */
export const pendingAmendment = (permit: Permit): Amendment | null =>
  permit.amendments.find(({ confirmedAt }) => confirmedAt === null) ?? null;
