import { DAILY, FIGURES, REGISTERS } from '../../test/browser/console-addresses';
import { describe, expect, it } from 'vitest';
import { session, type Permission } from '@/api/session';
import type { Role, User } from '@/api/users';
import { deskRoutes } from '@/router/desk-routes';
import { CONSOLE_PAGES } from '@/shell/console-pages';
import { homeOf } from '@/shell/home-of';
import { titleOf } from '@/shell/page-title';

const person = (roles: Role[], permissions: Permission[] = []): User => {
  const user = { roles } as User;
  Object.assign(session.value, { user, permissions: new Set(permissions) });
  return user;
};
const onScreen = (phone: boolean): void => void Object.assign(globalThis, { matchMedia: () => ({ matches: phone }) });

describe('where work begins', () => {
  it.each<[string, Role[], Permission[], boolean, string]>([
    ['a welder', ['welder'], [], true, '/m'],
    ['a welder at a desk', ['welder'], [], false, '/m'],
    ['a watcher', ['fire-watcher'], [], true, '/m/watch'],
    ['a safety officer on the phone', ['safety-officer'], ['permit.read'], true, '/m/approve'],
    ['a safety officer at a desk', ['safety-officer'], ['permit.read', 'permit.command'], false, '/console/map'],
    ['an inspector on the phone', ['inspector'], ['permit.read'], true, '/m/inspect'],
    ['a technician on the phone', ['technician'], ['chip.read', 'collection.write'], true, '/m/fit'],
    ['a technician at a desk', ['technician'], ['chip.read', 'fitting.plan'], false, '/console/fitting'],
    ['a trainer at a desk', ['trainer'], ['training.coverage'], false, '/console/training'],
    ['an inspector at a desk', ['inspector'], ['statistics.read'], false, '/console'],
    ['an administrator on a phone', ['admin'], ['statistics.read'], true, '/console'],
    ['somebody with one permission', ['admin'], ['rule.read'], false, '/console/rules'],
    ['somebody without any', ['admin'], [], false, '/m/scan'],
  ])('%s', (_who, roles, permissions, phone, home) => {
    onScreen(phone);
    expect(homeOf(person(roles, permissions))).toBe(home);
  });

  it('nobody signs in first', () => expect(homeOf(null)).toBe('/login'));
});

describe('the title of a page', () => {
  it.each([
    ['一般动火', '焊安', '一般动火 · 焊安'],
    ['  Hot   work\n permit ', 'Hanan', 'Hot work permit · Hanan'],
    ['焊安', '焊安', '焊安'],
    ['', '焊安', '焊安'],
  ])('%j of %s', (heading, app, title) => expect(titleOf(heading, app)).toBe(title));
});

describe('pages at the desk', () => {
  const walked: readonly string[] = [...DAILY, ...REGISTERS, ...FIGURES];
  /** Those of one thing are walked through with a thing that there is. */
  const ofNoThing = (deskRoutes.children ?? [])
    .map(({ path }) => `/console/${path.replace(/\/:\w+\?$/, '')}`.replace(/\/$/, ''))
    .filter((path) => !path.includes(':'));

  it('are each opened by the test that listens as a screen reader does (test/browser/console-pages.spec.ts)', () => {
    expect(ofNoThing.length).toBeGreaterThan(50);
    expect(ofNoThing.filter((path) => !walked.includes(path))).toEqual([]);
  });

  it('are behind each line of the menu', () => {
    expect(CONSOLE_PAGES.map(({ path }) => path).filter((path) => !ofNoThing.includes(path))).toEqual([]);
  });
});
