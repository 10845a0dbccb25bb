import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { findConflicts, type ConflictRequest } from '@/api/permit-conflicts';
import { endOf, startOf, type PermitDraft } from '../permit-draft';

/** Asked anew whenever place or time changes; the answer stays while the next one comes. */
export function useConflicts(draft: Ref<PermitDraft>, excludeId: Ref<string | undefined>) {
  const request = computed<ConflictRequest | null>(() => {
    const { lat, lng, radiusM, kinds, regime, enterpriseId } = draft.value;
    if (lat === null || lng === null || regime === '') return null;
    return {
      place: { lat, lng, radiusM, kinds: [...kinds] },
      plannedStart: startOf(draft.value),
      plannedEnd: endOf(draft.value),
      regime,
      ...(enterpriseId && { enterpriseId }),
      ...(excludeId.value && { excludeId: excludeId.value }),
    };
  });
  return useQuery({
    queryKey: computed(() => ['conflicts', request.value]),
    queryFn: () => (request.value ? findConflicts(request.value) : { blocked: false, items: [] }),
    enabled: computed(() => request.value !== null),
    placeholderData: keepPreviousData,
  });
}
