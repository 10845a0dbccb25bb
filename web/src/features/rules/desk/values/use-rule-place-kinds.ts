import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { wordIn } from '@kernel/language';
import type { PlaceKind } from '@domain/permits/permit-rule-values';
import { listRules } from '@/api/rules';
import { currentLanguage } from '@/i18n/i18n';

/** Kinds of places (场所类别) as rule `permit.place-kinds` has them: a kind that an administrator adds is offered and named at once. */
export function useRulePlaceKinds() {
  const rules = useQuery({
    queryKey: ['rules', 'place-kinds'],
    queryFn: () => listRules({ key: 'permit.place-kinds' }),
  });
  const placeKinds = computed(() => (rules.data.value?.items[0]?.value ?? []) as readonly PlaceKind[]);
  const placeKindName = (code: string): string | null => {
    const kind = placeKinds.value.find((one) => one.code === code);
    return kind ? wordIn(kind, currentLanguage()) : null;
  };
  return { placeKinds, placeKindName };
}
