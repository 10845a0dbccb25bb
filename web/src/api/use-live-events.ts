import { onScopeDispose, ref, type Ref } from 'vue';
import { followEvents, type LiveEvent } from './event-stream';

interface Listener {
  readonly onEvent: (event: LiveEvent) => void;
  readonly onReset: () => void;
}

/** One stream for the whole page, however many listen: a browser has few connections to one host. */
const listeners = new Set<Listener>();
const connected = ref(false);
let ending: AbortController | null = null;

/** The event stream while this component is shown. */
export function useLiveEvents(onEvent: (event: LiveEvent) => void, onReset: () => void): { connected: Ref<boolean> } {
  const listener = { onEvent, onReset };
  listeners.add(listener);
  ending ??= follow();
  onScopeDispose(() => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    ending?.abort();
    ending = null;
    connected.value = false;
  });
  return { connected };
}

function follow(): AbortController {
  const own = new AbortController();
  void followEvents(
    {
      onEvent: (event) => listeners.forEach((one) => one.onEvent(event)),
      onReset: () => listeners.forEach((one) => one.onReset()),
      onState: (state) => {
        if (!own.signal.aborted) connected.value = state;
      },
    },
    own.signal,
  );
  return own;
}
