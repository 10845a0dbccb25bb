import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { listColleagues } from '@/api/colleagues';
import { session } from '@/api/session';
import { useEmployer } from '@/features/permits/use-employer';

/** Whom the paper may name: the welders of one's employer, and oneself. */
export function useWelderChoices() {
  const employer = useEmployer();
  const list = useQuery({
    queryKey: computed(() => ['colleagues', 'welder', employer.value]),
    queryFn: () => listColleagues(employer.value ?? '', { as: 'welder', limit: 100 }),
    enabled: computed(() => employer.value !== null),
  });
  const choices = computed(() => {
    const found = (list.data.value?.items ?? []).map(({ id, name }) => ({ id, name }));
    const user = session.value.user;
    const self = user?.welderId ? [{ id: user.welderId, name: user.name }] : [];
    return [...new Map([...self, ...found].map((one) => [one.id, one])).values()];
  });
  return { employer, choices, error: list.error };
}
