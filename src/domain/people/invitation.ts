import { DAY, type Instant } from '../../kernel/time';

/** A week: long enough for who works shifts and looks at texts on Sunday, too short for a link that lies about. */
export const INVITATION_LIFE = 7 * DAY;

export const INVITATION_STATES = ['open', 'used', 'withdrawn', 'expired'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

interface Dates {
  readonly usedAt: Instant | null;
  readonly withdrawnAt: Instant | null;
  readonly expiresAt: Instant;
}

/** What has become of an invitation. What somebody did stays said after its last day. */
export function invitationState({ usedAt, withdrawnAt, expiresAt }: Dates, at: Instant): InvitationState {
  if (usedAt !== null) return 'used';
  if (withdrawnAt !== null) return 'withdrawn';
  return at < expiresAt ? 'open' : 'expired';
}
