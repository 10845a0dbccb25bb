import { onMounted, onScopeDispose } from 'vue';

/** What a collection cost the person, from the first tap on: so that the county sees whether it is quick enough. */
export interface Effort {
  readonly durationMs: number;
  readonly taps: number;
  readonly typedFields: number;
}

/** Counts taps and typed fields of the page that is shown. */
export function useEffort(): { readonly read: () => Effort; readonly restart: () => void } {
  let began: number | null = null;
  let taps = 0;
  const typed = new Set<EventTarget>();
  const tapped = (): void => {
    began ??= performance.now();
    taps += 1;
  };
  const wrote = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement && target.type !== 'file' && target.type !== 'checkbox') typed.add(target);
  };
  onMounted(() => {
    window.addEventListener('pointerdown', tapped);
    window.addEventListener('input', wrote);
  });
  onScopeDispose(() => {
    window.removeEventListener('pointerdown', tapped);
    window.removeEventListener('input', wrote);
  });
  return {
    read: () => ({
      durationMs: Math.round(began === null ? 0 : performance.now() - began),
      taps,
      typedFields: typed.size,
    }),
    restart: () => {
      began = null;
      taps = 0;
      typed.clear();
    },
  };
}
