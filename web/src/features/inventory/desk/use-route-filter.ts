import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';

/** The filter of a list, kept in the page's address: a number leads to it, and it can be sent to somebody. */
export function useRouteFilter(names: readonly string[]) {
  const route = useRoute();
  const router = useRouter();
  const filter = computed<Record<string, string>>(() =>
    Object.fromEntries(
      names.flatMap((name) => {
        const value = route.query[name];
        return typeof value === 'string' && value !== '' ? [[name, value]] : [];
      }),
    ),
  );
  return {
    filter,
    set: (name: string, value: string | undefined): void =>
      void router.replace({ query: { ...filter.value, [name]: value || undefined } }),
    replace: (query: Record<string, string>): void => void router.replace({ query }),
  };
}
