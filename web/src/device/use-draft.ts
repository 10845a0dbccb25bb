import { ref, watch, type Ref } from 'vue';
import { session } from '@/api/session';

/** Each person's own: two people may share a phone. */
const keyOf = (name: string): string => `hanan.draft.${session.value.user?.id ?? ''}.${name}`;

/** A form's content, kept on this device until it was sent: nothing typed is lost to a call, a dead battery or a lost signal. */
export function useDraft<T extends object>(name: string, empty: () => T): { draft: Ref<T>; clear: () => void } {
  const key = keyOf(name);
  const draft = ref(restore(key, empty)) as Ref<T>;
  watch(draft, (value) => localStorage.setItem(key, JSON.stringify(value)), { deep: true });
  const clear = (): void => {
    draft.value = empty();
    // The watcher writes the empty form after this tick; it is as good as none.
    localStorage.removeItem(key);
  };
  return { draft, clear };
}

/** A form that was sent, from outside of it. */
export const dropDraft = (name: string): void => localStorage.removeItem(keyOf(name));
/** Puts back into a form what was sent from it. */
export const putDraft = (name: string, content: object): void =>
  localStorage.setItem(keyOf(name), JSON.stringify(content));

function restore<T extends object>(key: string, empty: () => T): T {
  const kept = localStorage.getItem(key);
  if (!kept) return empty();
  try {
    return { ...empty(), ...(JSON.parse(kept) as Partial<T>) };
  } catch {
    return empty();
  }
}
