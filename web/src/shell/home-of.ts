import { hasRole, SEATS, type Role } from '@domain/people/roles';
import type { User } from '@/api/users';
import { CONSOLE_PAGES, isFor } from './console-pages';

const PHONE = '(max-width: 600px)';

/** What somebody does most of the day, by role; null: it is done at a desk as well as anywhere. */
const WORK: Readonly<Record<Role, 'desk' | 'rounds' | 'fit' | 'teach' | 'watch' | 'weld' | null>> = {
  admin: 'desk',
  regulator: 'desk',
  inspector: 'rounds',
  'tip-officer': null,
  'grid-worker': 'rounds',
  technician: 'fit',
  trainer: 'teach',
  'enterprise-manager': 'desk',
  'safety-officer': 'desk',
  'enterprise-head': 'desk',
  'fire-watcher': 'watch',
  welder: 'weld',
};

/** Where a person's work begins: people on their feet get the phone pages, people at a desk the first console page they may see. */
export function homeOf(user: User | null): string {
  if (!user) return '/login';
  const desk = CONSOLE_PAGES.find(isFor)?.path ?? '/m/scan';
  const onPhone = window.matchMedia(PHONE).matches;
  if (hasRole(user, ...SEATS) && user.enterpriseId) return onPhone ? '/m/approve' : '/console/firm';
  if (onPhone && hasRole(user, ...SEATS)) return '/m/approve';
  const work = new Set(user.roles.map((role) => WORK[role]));
  if (work.has('desk')) return desk;
  if (work.has('rounds')) return onPhone ? '/m/inspect' : desk;
  if (work.has('fit')) return onPhone ? '/m/fit' : '/console/fitting';
  if (work.has('teach')) return onPhone ? '/m/training/teach' : '/console/training';
  if (work.has('watch')) return '/m/watch';
  return work.has('weld') ? '/m' : desk;
}
