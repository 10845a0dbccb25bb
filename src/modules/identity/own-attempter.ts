import type { Caller } from '../../platform/auth/caller';
import type { Attempter } from './login-patience';

/** The second of two factors has a count of its own: whoever guesses passwords does not use it up. */
export const factorAttempter = (userId: string, from: Pick<Attempter, 'address' | 'device' | 'known'>): Attempter => ({
  ...from,
  account: `second factor of ${userId}`,
});

/** Counted apart from signing in: neither may keep the person out of the other. */
export const ownAttempter = ({ userId, sessionId = '' }: Caller): Attempter => ({
  account: `password of ${userId}`,
  address: `password of ${userId}`,
  device: sessionId,
  known: null,
});
