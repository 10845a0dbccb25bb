import { describe, expect, it } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import { ROLES, type Role } from '@domain/people/roles';
import { session, type Permission } from '@/api/session';
import type { User } from '@/api/users';
import { routes } from '@/router/routes';
import { CONSOLE_PAGES, isFor } from '@/shell/console-pages';
import { homeOf } from '@/shell/home-of';
import { holds, PERMISSIONS } from '../../src/modules/identity/permissions';

/** What each role cannot do without in the menu of the desk. A role that is added does not compile before it stands here. */
const NEEDS: Readonly<Record<Role, readonly string[]>> = {
  admin: ['users', 'rules', 'chips'],
  regulator: ['overview', 'violations', 'registrations', 'users', 'rules'],
  inspector: ['map', 'inspections', 'violations'],
  'tip-officer': ['tips', 'tipRewards'],
  'grid-worker': ['collections', 'registrations', 'violations'],
  technician: ['fitting', 'chips', 'machines'],
  trainer: ['training', 'welders'],
  'enterprise-manager': ['approvals', 'permits', 'machines', 'welders'],
  'safety-officer': ['approvals', 'permits', 'watchers'],
  'enterprise-head': ['approvals', 'permits', 'users'],
  'fire-watcher': ['permits', 'jobs'],
  welder: ['permits', 'jobs', 'violations'],
};

const router = createRouter({ history: createMemoryHistory(), routes: [...routes] });
const everyPermission = Object.keys(PERMISSIONS) as Permission[];

function signIn(role: Role): User {
  const user = { roles: [role] } as User;
  const permissions = new Set(everyPermission.filter((one) => holds([role], one)));
  Object.assign(session.value, { user, permissions });
  return user;
}

/** Whether a page opens for who is signed in, as the router asks it. */
const opens = (path: string): boolean => isFor(router.resolve(path).meta);

describe.each(ROLES)('%s', (role) => {
  it.each([true, false])('begins on a page that opens (phone: %s)', (phone) => {
    Object.assign(globalThis, { matchMedia: () => ({ matches: phone }) });
    const home = homeOf(signIn(role));
    expect(router.resolve(home).matched.at(-1)?.path).not.toBe('/:rest(.*)*');
    expect(opens(home)).toBe(true);
  });

  it('finds in the menu what it needs, and each page opens', () => {
    signIn(role);
    const menu = CONSOLE_PAGES.filter(isFor);
    expect(menu.map(({ name }) => name)).toEqual(expect.arrayContaining([...NEEDS[role]]));
    expect(menu.filter(({ path }) => !opens(path)).map(({ path }) => path)).toEqual([]);
  });
});
