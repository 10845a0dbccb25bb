import { onScopeDispose, ref, type Ref } from 'vue';

/** Seconds that run down, for a button that rests a while. */
export function useCountdown(): { left: Ref<number>; start: (seconds: number) => void } {
  const left = ref(0);
  let timer: number | undefined;
  onScopeDispose(() => window.clearInterval(timer));
  const start = (seconds: number): void => {
    window.clearInterval(timer);
    left.value = seconds;
    timer = window.setInterval(() => {
      left.value -= 1;
      if (left.value <= 0) window.clearInterval(timer);
    }, 1_000);
  };
  return { left, start };
}
