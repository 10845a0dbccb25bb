import { accessToken, refreshAccessToken } from './access-token';

/** One piece of news from the platform, as `GET /events` sends it. */
export interface LiveEvent {
  readonly id: string;
  readonly type: string;
  readonly at: string;
  readonly entity: { readonly kind: string; readonly id: string };
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface StreamListener {
  readonly onEvent: (event: LiveEvent) => void;
  /** The news since the last event could not be resumed: what is shown must be read anew. */
  readonly onReset: () => void;
  readonly onState: (connected: boolean) => void;
}

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 20_000;

/** Follows the event stream until `signal` ends it, resuming after the last event seen. `EventSource` cannot send a bearer token. */
export async function followEvents(listener: StreamListener, signal: AbortSignal): Promise<void> {
  let lastId: string | null = null;
  let isAgain = false;
  let wait = FIRST_WAIT_MS;
  while (!signal.aborted) {
    try {
      await readOnce(
        lastId,
        signal,
        (event) => {
          lastId = event.id;
          listener.onEvent(event);
        },
        {
          ...listener,
          onState: (connected) => {
            listener.onState(connected);
            // a stream that broke before its first event has nothing to resume after: what came meanwhile is read
            if (connected && isAgain && lastId === null) listener.onReset();
            isAgain = true;
          },
        },
      );
      wait = FIRST_WAIT_MS;
    } catch {
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    }
    listener.onState(false);
    await pause(wait, signal);
  }
}

async function readOnce(
  lastId: string | null,
  signal: AbortSignal,
  onEvent: (event: LiveEvent) => void,
  listener: StreamListener,
): Promise<void> {
  const headers: Record<string, string> = {
    Accept: 'text/event-stream',
    Authorization: `Bearer ${accessToken() ?? ''}`,
  };
  if (lastId) headers['Last-Event-ID'] = lastId;
  const response = await fetch('/api/v1/events', { headers, signal });
  if (response.status === 401) {
    if (await refreshAccessToken()) return;
    throw new Error('no session');
  }
  if (!response.ok || !response.body) throw new Error(`events answered ${response.status}`);
  listener.onState(true);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (rest + value).replaceAll('\r\n', '\n').split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) deliver(block, onEvent, listener.onReset);
  }
}

function deliver(block: string, onEvent: (event: LiveEvent) => void, onReset: () => void): void {
  const field = (name: string): string =>
    block
      .split('\n')
      .filter((line) => line.startsWith(`${name}:`))
      .map((line) => line.slice(name.length + 1).trim())
      .join('\n');
  if (field('event') === 'reset') return onReset();
  const data = field('data');
  if (data === '') return;
  const event = JSON.parse(data) as LiveEvent;
  onEvent({ ...event, id: field('id') || event.id, type: event.type ?? field('event') });
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
