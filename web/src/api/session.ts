import { computed, reactive, watch } from 'vue';
import { timesFound } from '@/device/connection';
import { hasRole } from '@domain/people/roles';
import { keepAccessToken, refreshAccessToken, whenSessionEnds } from './access-token';
import { answered, api, type Schemas } from './client';
import type { Role, User } from './users';

/** As the platform's table of permissions names them. */
export type Permission = Schemas['MeView']['permissions'][number];

interface Session {
  user: User | null;
  permissions: ReadonlySet<Permission>;
  /** Signed in with a password that somebody else gave: nothing else is open before it is changed. */
  mustChangePassword: boolean;
  /** A second factor is asked for, and none is set up: nothing else is open before. */
  secondFactorDue: boolean;
  /** It was there and could not be renewed. */
  ended: boolean;
  /** The platform could not be asked for it. */
  unreachable: boolean;
}

/** Set while someone is signed in on this device, so that a passer-by's scan asks for no session. */
const SIGNED_IN = 'hanan.signed-in';
/** Who that is, for pages that go on without the platform. */
const LAST = 'hanan.last-me';
const WORKS_ALONE = /^\/m(\/|$)/;

const state = reactive<Session>({
  user: null,
  permissions: new Set(),
  mustChangePassword: false,
  secondFactorDue: false,
  ended: false,
  unreachable: false,
});

export const session = computed(() => state);

export const may = (permission: Permission): boolean => state.permissions.has(permission);

/** Whether whoever is signed in has any of these roles. */
export const isAny = (...roles: readonly Role[]): boolean => state.user !== null && hasRole(state.user, ...roles);

export async function signIn(credentials: Schemas['LogInRequest']): Promise<void> {
  const answer = await answered(api.POST('/api/v1/auth/login', { body: credentials }));
  keepAccessToken(answer.accessToken);
  await loadMe();
}

/** The second step, for whoever has an authenticator. */
export async function completeSignIn(body: Schemas['SecondFactorRequest']): Promise<void> {
  const answer = await answered(api.POST('/api/v1/auth/second-factor', { body }));
  keepAccessToken(answer.accessToken);
  await loadMe();
}

export const sendLoginCode = (phone: string) => answered(api.POST('/api/v1/auth/code', { body: { phone } }));

export async function signOut(): Promise<void> {
  await answered(api.POST('/api/v1/auth/logout')).catch(() => undefined);
  forget();
}

/** One's own new password; other devices are signed out, this one goes on. */
export async function changePassword(body: Schemas['ChangePasswordRequest']): Promise<void> {
  const answer = await answered(api.POST('/api/v1/me/password', { body }));
  keepAccessToken(answer.accessToken);
  await loadMe();
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
    const last = WORKS_ALONE.test(location.pathname) ? localStorage.getItem(LAST) : null;
    if (last) goOnAs(JSON.parse(last) as Me);
    else state.unreachable = true;
  }
}

/** After one's own roles changed: what they open is asked anew. */
export const restartSession = (): Promise<void> => loadMe();

/** What they type stays on this phone; the platform asks who they are before it takes anything. */
function goOnAs(me: Me): void {
  enter(me);
  const stop = watch(timesFound, () => {
    stop();
    void restore().then(() => (state.ended = state.user === null && !state.unreachable));
  });
}

type Me = Schemas['MeView'];

async function loadMe(): Promise<void> {
  const me = await answered(api.GET('/api/v1/me'));
  localStorage.setItem(LAST, JSON.stringify(me));
  enter(me);
}

function enter(me: Me): void {
  state.user = me.user;
  state.permissions = new Set(me.permissions);
  state.mustChangePassword = me.mustChangePassword;
  state.secondFactorDue = me.secondFactorDue;
  state.ended = false;
  localStorage.setItem(SIGNED_IN, 'yes');
}

function forget(): void {
  keepAccessToken(null);
  localStorage.removeItem(SIGNED_IN);
  localStorage.removeItem(LAST);
  state.user = null;
  state.permissions = new Set();
  state.mustChangePassword = false;
  state.secondFactorDue = false;
}
