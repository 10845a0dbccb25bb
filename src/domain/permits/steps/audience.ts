import { approvalPlaces, openPlaces, partyId, signaturesOfRound, type Place } from '../approval-chain';
import { partiesOf } from '../people';
import type { Permit } from '../permit';
import type { PermitRules } from '../permit-rules';
import type { News, Recipient } from './step';

/** News that a permit has changed goes to the applicant, the watcher, its welders, and the people who act next. */
export const changedNews = (permit: Permit, rules: PermitRules, command: string): News => ({
  type: 'permit.changed',
  to: [namedPeople(permit), { kind: 'concerned', welderIds: permit.welderIds, ...dutiesAwaited(permit, rules) }],
  data: { state: permit.state, command },
});

export const namedPeople = ({ applicantId, fireWatchId }: Pick<Permit, 'applicantId' | 'fireWatchId'>): Recipient => ({
  kind: 'users',
  ids: [applicantId, ...(fireWatchId === null ? [] : [fireWatchId])],
});

/** Which roles at which enterprise act next: the approvers while it is submitted, the issuer once it is approved. */
function dutiesAwaited(permit: Permit, rules: PermitRules): { roles: readonly string[]; parties: readonly string[] } {
  if (permit.state === 'approved')
    return { roles: ['safety-officer', ...permit.signatures.map(({ role }) => role)], parties: partiesOf(permit) };
  if (permit.state !== 'submitted') return { roles: [], parties: [] };
  const open = signaturesAwaited(permit, rules);
  return {
    roles: open.flatMap(({ roles }) => roles),
    parties: open.flatMap(({ of }) => partyId(of, permit) ?? []),
  };
}

/** The places whose turn it is. */
const signaturesAwaited = (permit: Permit, rules: PermitRules): Place[] =>
  openPlaces(approvalPlaces(permit, rules), signaturesOfRound(permit));

/** The people who must sign now; after the last signature those who may issue the permit. */
export function whoIsAwaited(permit: Permit, rules: PermitRules): Recipient[] {
  if (permit.state !== 'approved') return [{ kind: 'signers', permit, places: signaturesAwaited(permit, rules) }];
  const last = signaturesOfRound(permit).at(-1);
  return [
    { kind: 'safety-officers', of: partiesOf(permit) },
    { kind: 'users', ids: last ? [last.userId] : [] },
  ];
}
