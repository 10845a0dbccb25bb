import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { permitForms } from '@/api/permits';

/** Kinds of places as the platform names them, each once, and the name of one; its code until the names are there. */
export function usePlaceKinds() {
  const forms = useQuery({ queryKey: ['permit-forms', undefined, {}], queryFn: () => permitForms() });
  const kinds = computed(() => {
    const all = forms.data.value?.items.flatMap(({ placeKinds }) => placeKinds) ?? [];
    return [...new Map(all.map((kind) => [kind.code, kind])).values()];
  });
  const nameOf = (code: string): string => kinds.value.find((kind) => kind.code === code)?.name ?? code;
  return { kinds, nameOf };
}
