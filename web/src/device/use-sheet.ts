import { computed, type ComputedRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';

interface Sheet {
  /** The name of the sheet that is open. */
  readonly open: ComputedRef<string | null>;
  readonly show: (name: string) => void;
  readonly hide: () => void;
}

/** A sheet lies in the browser's history: the phone's back key closes the sheet, not the page beneath. */
export function useSheet(): Sheet {
  const route = useRoute();
  const router = useRouter();
  const open = computed(() => (typeof route.query['sheet'] === 'string' ? route.query['sheet'] : null));
  const show = (name: string): void => void router.push({ query: { ...route.query, sheet: name } });
  const hide = (): void => {
    if (open.value === null) return;
    const query = { ...route.query };
    delete query['sheet'];
    const below = router.resolve({ path: route.path, query }).fullPath;
    // After a reload nothing may lie beneath the sheet.
    if (window.history.state?.back === below) router.back();
    else void router.replace({ query });
  };
  return { open, show, hide };
}
