/**
 * The access token lives in memory only; the refresh token is an httpOnly cookie that scripts cannot read.
 * Several requests that find the token expired share one refresh, because each refresh token works once.
 */
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

export function refreshAccessToken(): Promise<boolean> {
  refreshing ??= askForToken().finally(() => {
    refreshing = null;
  });
  return refreshing;
}

async function askForToken(): Promise<boolean> {
  const response = await fetch('/api/v1/auth/refresh', { method: 'POST', credentials: 'same-origin' });
  if (!response.ok) {
    const hadSession = token !== null;
    token = null;
    if (hadSession) onEnd();
    return false;
  }
  token = ((await response.json()) as { accessToken: string }).accessToken;
  return true;
}
