import { invitationState } from '../../../domain/people/invitation';
import { hasRole } from '../../../domain/people/roles';
import { maskPhone } from '../../../kernel/phone';
import { isoTime, type Instant } from '../../../kernel/time';
import type { Sealer } from '../../../platform/database/sealer';
import { NEEDING_IDENTITY } from '../seat-identities';
import { PHONE_SEAL } from '../user.mapper';
import type { InvitationView, OpenInvitationView } from './invitation.dto';
import type { Invitation } from './invitation.store';

/** In clear: to send to, not to show, store or log. */
export const phoneOf = (invitation: Invitation, sealer: Sealer): string =>
  sealer.open(PHONE_SEAL, invitation.phoneSealed);

const factsOf = (invitation: Invitation, sealer: Sealer, at: Instant) => ({
  roles: [...invitation.roles],
  trades: [...invitation.trades],
  state: invitationState(invitation, at),
  phone: maskPhone(phoneOf(invitation, sealer)),
  name: invitation.name,
  regionCode: invitation.regionCode || null,
  expiresAt: isoTime(invitation.expiresAt),
});

export const invitationView = (invitation: Invitation, sealer: Sealer, at: Instant): InvitationView => ({
  id: invitation.id,
  ...factsOf(invitation, sealer, at),
  enterpriseId: invitation.enterpriseId,
  invitedBy: invitation.invitedBy,
  createdAt: isoTime(invitation.createdAt),
});

/** What whoever holds the link sees. Not whether the phone has an account: the inviter has the link, too. */
export const openInvitationView = (
  invitation: Invitation,
  enterpriseName: string | null,
  sealer: Sealer,
  at: Instant,
): OpenInvitationView => ({
  ...factsOf(invitation, sealer, at),
  enterpriseName,
  needsIdentity: hasRole(invitation, ...NEEDING_IDENTITY),
});
