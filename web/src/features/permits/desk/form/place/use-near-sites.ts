import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { listSites, nearOf } from '@/api/sites';
import type { PermitDraft } from '../permit-draft';

const MOST_SHOWN = 12;

/** One's own sites, and around the point the confirmed ones of others. */
export function useNearSites(draft: Ref<PermitDraft>) {
  const near = computed(() => {
    const { lat, lng } = draft.value;
    return lat === null || lng === null ? undefined : nearOf({ lat, lng });
  });
  const own = useQuery({ queryKey: ['sites', 'own'], queryFn: () => listSites({ limit: MOST_SHOWN }) });
  const around = useQuery({
    queryKey: computed(() => ['sites', 'near', near.value]),
    queryFn: () => listSites({ limit: MOST_SHOWN, near: near.value }),
    enabled: computed(() => near.value !== undefined),
    placeholderData: keepPreviousData,
  });
  return computed(() => {
    const all = [...(around.data.value?.items ?? []), ...(own.data.value?.items ?? [])];
    const open = all.filter(({ state }) => state !== 'withdrawn');
    return [...new Map(open.map((site) => [site.id, site])).values()].slice(0, MOST_SHOWN);
  });
}
