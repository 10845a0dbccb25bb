import { useQuery } from '@tanstack/vue-query';
import { computed, type ComputedRef } from 'vue';
import { listEnterprises } from '@/api/enterprises';
import { may, session } from '@/api/session';
import { readWelder } from '@/api/welders';

/** Whether somebody may ask for a fixed work point: a self-employed welder, or whoever acts for a repair shop. */
export function useMayAsk(): ComputedRef<boolean> {
  const welderId = computed(() => session.value.user?.welderId ?? null);
  const asks = useQuery({
    queryKey: computed(() => ['may-ask-workshop', session.value.user?.id]),
    queryFn: async () => {
      if (welderId.value !== null) return (await readWelder(welderId.value)).enterpriseId === null;
      return (await listEnterprises({ limit: 1 })).items[0]?.industry === 'repair';
    },
    enabled: computed(
      () => may('workshop.ask') && (welderId.value !== null || (session.value.user?.enterpriseId ?? null) !== null),
    ),
    staleTime: Infinity,
  });
  return computed(() => asks.data.value === true);
}
