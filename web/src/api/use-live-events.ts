import { onScopeDispose, ref, type Ref } from 'vue';
import { followEvents, type LiveEvent } from './event-stream';

/** The event stream while this component is shown. */
export function useLiveEvents(onEvent: (event: LiveEvent) => void, onReset: () => void): { connected: Ref<boolean> } {
  const connected = ref(false);
  const ending = new AbortController();
  void followEvents(
    {
      onEvent,
      onReset,
      onState: (state) => {
        connected.value = state;
      },
    },
    ending.signal,
  );
  onScopeDispose(() => ending.abort());
  return { connected };
}
