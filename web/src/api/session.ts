import { computed, reactive } from 'vue';
import { keepAccessToken, refreshAccessToken, whenSessionEnds } from './access-token';
import { get, post } from './http';
import type { User } from './users';

interface Session {
  user: User | null;
  permissions: ReadonlySet<string>;
  /** It was there and could not be renewed. */
  ended: boolean;
  /** The platform could not be asked for it. */
  unreachable: boolean;
}

/** Set while someone is signed in on this device, so that a passer-by's scan asks for no session. */
const SIGNED_IN = 'hanan.signed-in';

const state = reactive<Session>({ user: null, permissions: new Set(), ended: false, unreachable: false });

export const session = computed(() => state);

export const may = (permission: string): boolean => state.permissions.has(permission);

export async function signIn(
  credentials: { username: string; password: string } | { phone: string; code: string },
): Promise<void> {
  const answer = await post<{ accessToken: string }>('/auth/login', credentials);
  keepAccessToken(answer.accessToken);
  await loadMe();
}

export async function signOut(): Promise<void> {
  await post('/auth/logout').catch(() => undefined);
  forget();
}

let restoring: Promise<void> | null = null;

/** Once per page load: the refresh cookie, where there is one, gives back the session. */
export function restoreSession(): Promise<void> {
  restoring ??= restore();
  return restoring;
}

async function restore(): Promise<void> {
  whenSessionEnds(() => {
    forget();
    state.ended = true;
  });
  if (!localStorage.getItem(SIGNED_IN)) return;
  try {
    if (await refreshAccessToken()) await loadMe();
    else forget();
  } catch {
    state.unreachable = true;
  }
}

async function loadMe(): Promise<void> {
  const me = await get<{ user: User; permissions: string[] }>('/me');
  state.user = me.user;
  state.permissions = new Set(me.permissions);
  state.ended = false;
  localStorage.setItem(SIGNED_IN, 'yes');
}

function forget(): void {
  keepAccessToken(null);
  localStorage.removeItem(SIGNED_IN);
  state.user = null;
  state.permissions = new Set();
}
