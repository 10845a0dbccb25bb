import { INVITATION_LIFE, invitationState } from '../../../src/domain/people/invitation';

const T0 = Date.UTC(2026, 10, 28);
const made = { usedAt: null, withdrawnAt: null, expiresAt: T0 + INVITATION_LIFE };

describe('an invitation', () => {
  it.each([
    ['is open at once', made, T0, 'open'],
    ['a millisecond before its end', made, T0 + 7 * 86_400_000 - 1, 'open'],
    ['at its end', made, T0 + 7 * 86_400_000, 'expired'],
    ['was used, also later', { ...made, usedAt: T0 + 1 }, T0 + 8 * 86_400_000, 'used'],
    ['was withdrawn, also later', { ...made, withdrawnAt: T0 + 1 }, T0 + 8 * 86_400_000, 'withdrawn'],
  ])('%s', (_, invitation, at, expected) => expect(invitationState(invitation, at)).toBe(expected));
});
