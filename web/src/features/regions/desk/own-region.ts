import { session } from '@/api/session';

/** Where a firm's own people and machines mostly are. An official chooses each time. */
export function regionOfEmployer(): string | undefined {
  const user = session.value.user;
  return user?.enterpriseId ? (user.regionCode ?? undefined) : undefined;
}
