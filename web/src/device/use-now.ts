import { onScopeDispose, ref, type Ref } from 'vue';

/** The present moment in ms, once a second; countdowns and elapsed times hang on it. */
export function useNow(): Ref<number> {
  const now = ref(Date.now());
  const timer = window.setInterval(() => {
    now.value = Date.now();
  }, 1000);
  onScopeDispose(() => window.clearInterval(timer));
  return now;
}
