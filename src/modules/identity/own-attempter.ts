import type { Caller } from '../../platform/auth/caller';
import type { Attempter } from './login-patience';

/** Counted apart from signing in: neither may keep the person out of the other. */
export const ownAttempter = ({ userId, sessionId = '' }: Caller): Attempter => ({
  account: `password of ${userId}`,
  address: `password of ${userId}`,
  device: sessionId,
  known: null,
});
