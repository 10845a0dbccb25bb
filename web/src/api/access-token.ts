import { tracked } from '@/device/connection';

/**
 * The access token lives in memory only; the refresh token is an httpOnly cookie that scripts cannot read. Several
 * requests of one page that find the token expired share one refresh. Several tabs take turns.
 */
const UNAUTHORIZED = 401;

let token: string | null = null;
let refreshing: Promise<boolean> | null = null;
let onEnd: () => void = () => undefined;

export const accessToken = (): string | null => token;

export function keepAccessToken(value: string | null): void {
  token = value;
}

/** Called once when a session could not be renewed. */
export function whenSessionEnds(listener: () => void): void {
  onEnd = listener;
}

/** False where the session has ended. Fails where the platform cannot answer now: that ends no session. */
export function refreshAccessToken(stale = token): Promise<boolean> {
  // Somebody else was told of the old one first, and has the new one already.
  if (token !== null && token !== stale) return Promise.resolve(true);
  refreshing ??= inTurn(askForToken).finally(() => {
    refreshing = null;
  });
  return refreshing;
}

/** Browsers know locks on https and localhost only; elsewhere the platform itself forgives a doubled refresh. */
const inTurn = async (work: () => Promise<boolean>): Promise<boolean> =>
  'locks' in navigator ? await navigator.locks.request('hanan.refresh', work) : await work();

async function askForToken(): Promise<boolean> {
  const response = await tracked(fetch('/api/v1/auth/refresh', { method: 'POST', credentials: 'same-origin' }));
  if (response.status === UNAUTHORIZED) {
    const hadSession = token !== null;
    token = null;
    if (hadSession) onEnd();
    return false;
  }
  if (!response.ok) throw new Error(`the refresh was answered ${response.status}`);
  token = ((await response.json()) as { accessToken: string }).accessToken;
  return true;
}
