import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { permitForms } from '@/api/permits';
import { closedHoursAt } from '../../closed-hours';

/** The form of a small job, and what the sites at the place bring to it: kinds, hours, or that it is no small job there. */
export function useSmallForm(at: Ref<{ lat: number; lng: number } | null>) {
  const point = computed(() => (at.value ? { lat: at.value.lat, lng: at.value.lng } : {}));
  const forms = useQuery({
    queryKey: computed(() => ['permit-forms', undefined, point.value]),
    queryFn: () => permitForms(undefined, point.value),
    placeholderData: keepPreviousData,
  });
  const place = computed(() => forms.data.value?.place ?? null);
  const form = computed(() => {
    const found = forms.data.value?.items.find(({ regime }) => regime === 'small');
    return found && { ...found, closedHours: closedHoursAt(found, place.value) };
  });
  /** Kinds that a confirmed site brings: they hold, ticked or not. */
  const held = computed(() => place.value?.kinds ?? []);
  /** The site that leaves only another permit. */
  const onlyOther = computed(() =>
    place.value?.least && place.value.because ? { regime: place.value.least, site: place.value.because } : null,
  );
  return { form, place, held, onlyOther };
}
