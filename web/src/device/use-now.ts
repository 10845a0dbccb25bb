import { onScopeDispose, ref, type Ref } from 'vue';
import { platformNow } from '@/api/platform-clock';

/** The present moment in ms, once a second; countdowns and elapsed times hang on it. */
export function useNow(): Ref<number> {
  const now = ref(platformNow());
  const timer = window.setInterval(() => {
    now.value = platformNow();
  }, 1000);
  onScopeDispose(() => window.clearInterval(timer));
  return now;
}
