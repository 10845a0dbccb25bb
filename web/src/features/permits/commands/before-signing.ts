import type { Permit } from '@/api/permits';

/** Whoever decides reads first: the buttons stand beneath what they decide about. */
export const decidesNow = ({ commands, state }: Permit): boolean =>
  ['submitted', 'approved'].includes(state) &&
  commands.some((command) => ['approve', 'site-visit', 'issue', 'return', 'reject'].includes(command));

export const hasPapers = ({ welders, conflicts, reasons, findings }: Permit): boolean =>
  conflicts.length + reasons.length + findings.length > 0 || welders.some(({ certificates }) => certificates !== null);

/** Whose turn it is signs at the place of the work: the phone's position goes with the signature. */
export const signsOnSite = ({ awaited }: Permit): boolean => awaited.some(({ now, siteVisit }) => now && siteVisit);
