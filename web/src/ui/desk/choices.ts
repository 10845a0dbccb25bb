import { SEATS } from '@domain/people/roles';
import { listEnterprises } from '@/api/enterprises';
import { listMachines } from '@/api/machines';
import { listUsers } from '@/api/users';
import { listWelders } from '@/api/welders';

export interface Choice {
  id: string;
  label: string;
  sub?: string;
}
const LIMIT = 20;

export const findEnterprises = async (q: string): Promise<Choice[]> =>
  (await listEnterprises({ q, limit: LIMIT })).items.map(({ id, name, uscc }) => ({
    id,
    label: name,
    sub: uscc ?? '',
  }));
export const findWelders = async (q: string): Promise<Choice[]> =>
  (await listWelders({ q, limit: LIMIT })).items.map(({ id, name, idNumber }) => ({ id, label: name, sub: idNumber }));
export const findMachines = async (q: string): Promise<Choice[]> =>
  (await listMachines({ q, limit: LIMIT })).items.map(({ id, model, serialNumber, code }) => ({
    id,
    label: model,
    sub: serialNumber ?? code,
  }));
export const findFireWatchers = async (q: string): Promise<Choice[]> =>
  (await listUsers({ q, limit: LIMIT, role: 'fire-watcher' })).items.map(({ id, name, username }) => ({
    id,
    label: name,
    sub: username,
  }));
/** Whoever may sign permits. */
export const findApprovers = async (q: string): Promise<Choice[]> => {
  const pages = await Promise.all(SEATS.map((role) => listUsers({ q, limit: LIMIT, role })));
  const users = new Map(pages.flatMap(({ items }) => items).map((user) => [user.id, user]));
  return [...users.values()].map(({ id, name, username }) => ({ id, label: name, sub: username }));
};
