import { AUTHORITY, hasRole } from '../people/roles';

/** Who says of a place that phones and chips have no signal there. */
export interface SignalWitness {
  readonly userId: string;
  readonly roles: readonly string[];
  readonly ofRegion: boolean;
  readonly enterpriseId: string | null;
  readonly welderId: string | null;
}

export interface WitnessedPermit {
  readonly fireWatchId: string | null;
  readonly enterpriseId: string | null;
  readonly contractorId: string | null;
  readonly welderIds: readonly string[];
}

export type SignalFault = 'permit.signal-not-yours' | 'permit.place-unproven';

/**
 * Says who may declare that a place has no signal: the watcher or a safety officer of a party, at the place, or an
 * official. The welder who wants a code may not.
 */
export function signalFault(
  { userId, roles, ofRegion, enterpriseId, welderId }: SignalWitness,
  permit: WitnessedPermit,
  standsThere: boolean,
): SignalFault | null {
  if (welderId !== null && permit.welderIds.includes(welderId)) return 'permit.signal-not-yours';
  // they know their region and need not stand there
  if (ofRegion && hasRole({ roles }, ...AUTHORITY, 'grid-worker')) return null;
  const ofParty = enterpriseId !== null && [permit.enterpriseId, permit.contractorId].includes(enterpriseId);
  const responsible = permit.fireWatchId === userId || (ofParty && hasRole({ roles }, 'safety-officer'));
  if (!responsible) return 'permit.signal-not-yours';
  return standsThere ? null : 'permit.place-unproven';
}
