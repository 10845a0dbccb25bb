import { listUsers } from '@/api/users';
import type { Choice } from '@/ui/desk/choices';

const LIMIT = 20;

export const findGridWorkers = async (q: string): Promise<Choice[]> =>
  (await listUsers({ q, limit: LIMIT, role: 'grid-worker' })).items.map(({ id, name, username }) => ({
    id,
    label: name,
    sub: username,
  }));
