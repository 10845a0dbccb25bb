import { hasRole, SEATS, WATCHERS } from '../people/roles';
import type { Decision } from './authorize';
import type { Facts } from './facts';

/** Whether somebody may start and finish for a welder without a usable phone (代扫). A seat counts once an official has confirmed who holds it. */
export const standsIn = ({ roles, seatWaiting }: Pick<Facts['caller'], 'roles' | 'seatWaiting'>): boolean =>
  hasRole({ roles }, ...WATCHERS.filter((role) => !(seatWaiting && SEATS.includes(role))));

/**
 * Who may start: the welder; the instructor of the session in which a pupil practises; the watcher of the permit, or a fire watcher or safety officer of one of its parties (of
 * the area's or the welder's enterprise where there is none); an administrator.
 */
export function mayStart({ caller, welder, permits, designatedArea, practice }: Facts, decision: Decision): boolean {
  if (hasRole(caller, 'admin')) return true;
  if (!welder || caller.welderId === welder.id) return true; // an unknown welder is a finding, not a stranger's affair
  if (practice !== undefined && caller.welderId === practice.instructorId) return true;
  if (!standsIn(caller)) return false;
  const permit = permits.find(({ id }) => id === decision.permitId);
  if (permit && permit.fireWatchId !== null && permit.fireWatchId === caller.userId) return true;
  const parties = permit ? [permit.enterpriseId, permit.contractorId] : [designatedArea?.enterpriseId ?? null];
  const related = [...parties, ...(permit ? [] : welder.enterpriseIds)];
  return caller.enterpriseId !== null && related.includes(caller.enterpriseId);
}
