import { useQuery } from '@tanstack/vue-query';
import { computed, type ComputedRef } from 'vue';
import { session } from '@/api/session';
import { readWelder } from '@/api/welders';

/** The enterprise that somebody belongs to: by their account, or as a welder employed there. Null: none, or not known yet. */
export function useEmployer(): ComputedRef<string | null> {
  const ofAccount = computed(() => session.value.user?.enterpriseId ?? null);
  const welderId = computed(() => session.value.user?.welderId ?? null);
  const welder = useQuery({
    queryKey: computed(() => ['welder', welderId.value]),
    queryFn: () => readWelder(welderId.value ?? ''),
    enabled: computed(() => ofAccount.value === null && welderId.value !== null),
    staleTime: 60_000,
  });
  return computed(() => ofAccount.value ?? welder.data.value?.enterpriseId ?? null);
}
