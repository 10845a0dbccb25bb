import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { permitForms, type Permit } from '@/api/permits';

type Names = Readonly<Record<string, string>>;
const named = (choices: readonly { code: string; name: string }[]): Names =>
  Object.fromEntries(choices.map(({ code, name }) => [code, name]));

/** The words of a regime's codes, as the platform's rules have them. */
export function useFormNames(permit: () => Permit | undefined) {
  const forms = useQuery({
    queryKey: computed(() => ['permit-forms', permit()?.enterpriseId ?? undefined]),
    queryFn: () => permitForms(permit()?.enterpriseId ?? undefined),
    enabled: computed(() => permit() !== undefined),
    staleTime: Infinity,
    retry: false,
  });
  const form = computed(() => forms.data.value?.items.find(({ regime }) => regime === permit()?.regime) ?? null);
  return {
    placeKinds: computed(() => named(form.value?.placeKinds ?? [])),
    gases: computed(() => named(form.value?.gases ?? [])),
    levels: computed(() => named(form.value?.levelDetails ?? [])),
  };
}
