import { afterAll, beforeAll, expect, it } from 'vitest';
import { followEvents, type LiveEvent } from '@/api/event-stream';
import { Platform } from './support/platform';

let platform: Platform;
beforeAll(async () => {
  platform = await Platform.open();
  platform.becomeOrigin();
});
afterAll(() => platform.close());

/** Follows until the platform was asked so often; answers what was told, in order. */
async function followed(times: number): Promise<string[]> {
  const told: string[] = [];
  const end = new AbortController();
  const before = platform.asked.length;
  const listener = {
    onEvent: ({ id }: LiveEvent) => told.push(`event ${id}`),
    onReset: () => told.push('reset'),
    onState: (connected: boolean) => {
      told.push(connected ? 'on' : 'off');
      if (platform.asked.length - before >= times && !connected) end.abort();
    },
  };
  await followEvents(listener, end.signal);
  return told;
}
const block = (id: string): string => `event: job.started\nid: ${id}\ndata: ${JSON.stringify({ id })}\n\n`;

it('a stream that breaks before its first event has what came meanwhile read anew', async () => {
  platform.answer = () => ({ status: 200, text: '' });
  expect(await followed(2)).toEqual(['on', 'off', 'on', 'reset', 'off']);
});

it('a stream that breaks after an event goes on behind it, and nothing is read anew', async () => {
  let n = 0;
  platform.answer = () => ({ status: 200, text: block(String((n += 1))) });
  expect(await followed(2)).toEqual(['on', 'event 1', 'off', 'on', 'event 2', 'off']);
  expect(platform.asked.at(-1)?.headers['last-event-id']).toBe('1');
});
