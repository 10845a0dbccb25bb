import type { FindingCode } from '../../../domain/authorization/finding-texts';

/**
 * What keeps somebody from working who holds certificate and permit: a network, a position, somebody else's turn. A
 * refusal for these alone met an honest person; each is a thing to make better.
 */
export const HONEST_CAUSES: readonly FindingCode[] = [
  'chip.offline',
  'machine.in-use',
  'welder.busy',
  'place.outside-site',
  'welder.identity-unconfirmed',
];
