import type { Role, User } from '@/api/users';
import { CONSOLE_PAGES, isFor, SIGNATORIES } from './console-pages';

const PHONE = '(max-width: 600px)';

/** Where a person's work begins: people on their feet get the phone pages, people at a desk the first console page they may see. */
export function homeOf(user: User | null): string {
  if (!user) return '/login';
  const has = (...roles: Role[]): boolean => roles.some((role) => user.roles.includes(role));
  const desk = CONSOLE_PAGES.find(isFor)?.path ?? '/m/scan';
  if (has(...SIGNATORIES) && window.matchMedia(PHONE).matches) return '/m/approve';
  if (has('admin', 'regulator', 'enterprise-manager', 'safety-officer', 'enterprise-head')) return desk;
  if (has('inspector', 'grid-worker')) return window.matchMedia(PHONE).matches ? '/m/inspect' : desk;
  if (has('fire-watcher')) return '/m/watch';
  if (has('welder')) return '/m';
  return desk;
}
