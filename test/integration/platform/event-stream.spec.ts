import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { DAY, MINUTE } from '../../../src/kernel/time';
import { Journal, type DomainEvent } from '../../../src/platform/audit/journal';
import { systemActor } from '../../../src/platform/auth/caller';
import { systemScope } from '../../../src/platform/database/scope';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work';
import { OutboxReader } from '../../../src/platform/outbox/outbox.reader';
import { BESIDE_OTHERS_MS, EventListener } from '../../support/event-stream';
import { bearer, codeOf, House } from './house';

let house: House;
let url: string;
const tokens = new Map<string, string>();
const opened: EventListener[] = [];

beforeAll(async () => {
  house = await House.open();
  await house.app.listen(0, '127.0.0.1');
  url = `http://127.0.0.1:${(house.app.getHttpServer().address() as { port: number }).port}`;
  await house.user({ id: 'ADMIN', roles: ['admin'] });
  await house.user({ id: 'COUNTY', roles: ['regulator'], regionCode: '411003' });
  await house.user({ id: 'TOWN', roles: ['grid-worker'], regionCode: '411003001' });
  await house.user({ id: 'SHOP', roles: ['enterprise-manager'], enterpriseId: 'E1', regionCode: '411003' });
  await house.user({ id: 'WELDER', roles: ['welder'], welderId: 'W1', regionCode: '411003' });
  await house.user({ id: 'LOST', roles: ['inspector'] });
  for (const name of ['admin', 'county', 'town', 'shop', 'welder', 'lost']) tokens.set(name, await house.tokenOf(name));
});
afterEach(() => opened.splice(0).forEach((listener) => listener.close()));
afterAll(() => house?.close());

async function listen(name: string, lastEventId?: string): Promise<EventListener> {
  const listener = await EventListener.open(url, tokens.get(name) ?? '', lastEventId);
  opened.push(listener);
  await sleep(30); // the answer's head comes before the feed is joined
  return listener;
}

const record = (event: Partial<DomainEvent> & { type: string }): Promise<void> =>
  house
    .get(UnitOfWork)
    .run(systemScope('test'), (tx) =>
      house
        .get(Journal)
        .record(
          tx,
          systemActor('test'),
          house.clock.now(),
          [],
          [{ entity: 'thing', entityId: event.type, regionCode: '411003', ...event }],
        ),
    );

const heard = (listener: EventListener): string[] => listener.heard.map(({ event }) => event);
/** Everyone who is to hear it has heard it once an event to all of them has come through. */
async function afterAllHeard(...listeners: EventListener[]): Promise<void> {
  await record({ type: 'last', regionCode: '411003001', enterpriseIds: ['E1'], userIds: ['WELDER', 'LOST'] });
  await Promise.all(listeners.map((listener) => listener.next(({ event }) => event === 'last', BESIDE_OTHERS_MS)));
}

it('an event carries its cursor, its fixed fields, and its own fields twice', async () => {
  const listener = await listen('admin');
  await record({
    type: 'violation.raised',
    entity: 'violation',
    entityId: 'V1',
    data: { kind: 'off-platform', id: 'mine' },
  });
  const event = await listener.next(({ event: type }) => type === 'violation.raised', BESIDE_OTHERS_MS);
  expect(event.id).toMatch(/^\d+-\d+$/);
  expect(event.data).toEqual({
    id: event.id,
    type: 'violation.raised',
    at: expect.stringMatching(/^\d{4}-.*Z$/),
    entity: { kind: 'violation', id: 'V1' },
    kind: 'off-platform',
    data: { kind: 'off-platform', id: 'mine' },
  });
});

it('comes within a fraction of a second', async () => {
  const listener = await listen('admin');
  const times: number[] = [];
  for (let n = 0; n < 10; n += 1) {
    const sentAt = Date.now();
    await record({ type: `timed.${n}` });
    times.push((await listener.next(({ event }) => event === `timed.${n}`, BESIDE_OTHERS_MS)).heardAt - sentAt);
  }
  expect(times.sort((a, b) => a - b)[5]).toBeLessThan(500);
});

it('everyone hears what is theirs, and nothing else', async () => {
  const names = ['admin', 'county', 'town', 'shop', 'welder', 'lost'];
  const listeners = await Promise.all(names.map((name) => listen(name)));
  await record({ type: 'of-county', regionCode: '411003' });
  await record({ type: 'of-town', regionCode: '411003001' });
  await record({ type: 'of-neighbour', regionCode: '411004' });
  await record({ type: 'of-nowhere', regionCode: null });
  await record({ type: 'of-shop', regionCode: '411004', enterpriseIds: ['E1'] });
  await record({ type: 'of-other-shop', regionCode: '411004', enterpriseIds: ['E2'] });
  await record({ type: 'of-welder', regionCode: '411004', userIds: ['WELDER'] });
  await afterAllHeard(...listeners);
  const byName = Object.fromEntries(names.map((name, i) => [name, heard(listeners[i]!).slice(0, -1)]));
  expect(byName).toEqual({
    admin: ['of-county', 'of-town', 'of-neighbour', 'of-nowhere', 'of-shop', 'of-other-shop', 'of-welder'],
    county: ['of-county', 'of-town'],
    town: ['of-town'],
    shop: ['of-shop'],
    welder: ['of-welder'],
    lost: [],
  });
});

describe('resuming', () => {
  it('gives what was missed, in order, once, and goes on live', async () => {
    const first = await listen('county');
    await record({ type: 'seen' });
    const { id } = await first.next(({ event }) => event === 'seen', BESIDE_OTHERS_MS);
    first.close();
    await house.query(
      `insert into outbox (type, at, entity, entity_id, region_code)
       select 'missed.' || n, now(), 'thing', 'T', '411003' from generate_series(1, 1200) n`,
    );
    await record({ type: 'missed.elsewhere', regionCode: '411004' });
    const second = await listen('county', id);
    await record({ type: 'live' });
    await second.next(({ event }) => event === 'live', BESIDE_OTHERS_MS);
    const events = heard(second);
    expect(events).toHaveLength(1_201);
    expect(new Set(events).size).toBe(1_201);
    expect(events.at(-1)).toBe('live');
    expect(events).not.toContain('missed.elsewhere');
  });

  it.each([
    ['what was never a cursor', 'yesterday'],
    ['a cursor of another database', '999999999999-1'],
  ])('after %s begins with a reset', async (_, lastEventId) => {
    const listener = await listen('county', lastEventId);
    await record({ type: 'fresh' });
    await listener.next(({ event }) => event === 'fresh', BESIDE_OTHERS_MS);
    expect(heard(listener)).toEqual(['reset', 'fresh']);
  });

  it('reaches back 24 hours and no further', async () => {
    const first = await listen('county');
    await record({ type: 'old' });
    const { id } = await first.next(({ event }) => event === 'old', BESIDE_OTHERS_MS);
    await record({ type: 'newer' });
    await first.next(({ event }) => event === 'newer', BESIDE_OTHERS_MS);
    const [event] = await house.query<{ at: number }>(`select at from outbox where type = 'old'`);
    const age = house.clock.now() - event!.at;
    const wasWithin = DAY - age - 5_000;
    house.clock.elapse(wasWithin);
    await renewTokens();
    const within = await listen('county', id);
    await within.next(({ event: type }) => type === 'newer', BESIDE_OTHERS_MS);
    expect(heard(within)).toEqual(['newer']);
    house.clock.elapse(5_001);
    const beyond = await listen('county', id);
    await beyond.next(({ event: type }) => type === 'reset', BESIDE_OTHERS_MS);
    expect(heard(beyond)).toEqual(['reset']);
  });
});

async function renewTokens(): Promise<void> {
  for (const name of tokens.keys()) tokens.set(name, await house.tokenOf(name));
}

describe('the line', () => {
  const headOf = async (token: string) => {
    const abort = new AbortController();
    const answer = await fetch(`${url}/api/v1/events`, { headers: bearer(token), signal: abort.signal });
    abort.abort();
    return answer;
  };

  it('is a stream that nothing on the way may hold back', async () => {
    const answer = await headOf(tokens.get('admin') ?? '');
    expect(['content-type', 'cache-control', 'x-accel-buffering'].map((name) => answer.headers.get(name))).toEqual([
      'text/event-stream; charset=utf-8',
      'no-store, no-transform',
      'no',
    ]);
  });

  it('is not opened without a token', async () => {
    expect(codeOf(await house.http.get('/api/v1/events'))).toBe('401 auth.required');
    expect(
      (await house.http.head('/api/v1/events').set('authorization', `Bearer ${tokens.get('admin') ?? ''}`)).status,
    ).toBe(200);
  });

  it('ends with its token', async () => {
    const token = await house.tokenOf('admin');
    house.clock.elapse(15 * MINUTE - 1_500); // of this token 1.5 seconds are left, by the platform's clock
    const answer = await fetch(`${url}/api/v1/events`, { headers: bearer(token) });
    const began = Date.now();
    await answer.text();
    expect(Date.now() - began).toBeLessThan(3_000);
    await renewTokens();
  });

  it('beats every 15 seconds, and ends at the beat after its person was shut out', async () => {
    await house.user({ id: 'GONE', roles: ['inspector'], regionCode: '411003' });
    const token = await house.tokenOf('gone');
    // only what the line waits on: everything else runs in real time
    jest.useFakeTimers({ doNotFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate', 'nextTick', 'queueMicrotask', 'Date', 'hrtime', 'performance'] }); // prettier-ignore
    try {
      const answer = await fetch(`${url}/api/v1/events`, { headers: bearer(token) });
      const text = answer.text();
      jest.advanceTimersByTime(15_000);
      await sleep(50);
      await house.http
        .post('/api/v1/users/GONE/disable')
        .set(bearer(tokens.get('admin') ?? ''))
        .expect(200);
      jest.advanceTimersByTime(15_000);
      expect((await text).match(/^: $/gm)).toHaveLength(2);
    } finally {
      jest.useRealTimers();
    }
  });

  it('that is read slowly costs no memory, holds nobody up, and loses nothing', async () => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write(
      `GET /api/v1/events HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${tokens.get('admin') ?? ''}\r\n\r\n`,
    );
    await new Promise<void>((done) => socket.once('data', () => done()));
    socket.pause();
    await sleep(30);
    const prompt = await listen('admin');
    await house.query(
      `insert into outbox (type, at, entity, entity_id, region_code, data)
       select 'large.' || n, now(), 'thing', 'T', '411003', jsonb_build_object('text', repeat('x', 64000)) from generate_series(1, 400) n`,
    );
    await prompt.next(({ event }) => event === 'large.400', 20_000);
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString())).resume();
    for (let tries = 0; tries < 500 && !text.includes('event: large.400\n'); tries += 1) await sleep(20);
    const types = [...text.matchAll(/^event: (\S+)$/gm)].map(([, type]) => type);
    expect(types).toEqual(Array.from({ length: 400 }, (_, n) => `large.${n + 1}`));
    expect(heard(prompt)).toEqual(types);
    socket.destroy();
  });
});

describe('the change feed', () => {
  const changes = (name: string, query: Record<string, string | number> = {}) =>
    house.http
      .get('/api/v1/changes')
      .query(query)
      .set(bearer(tokens.get(name) ?? ''));
  interface Feed {
    items: { id: string; type: string }[];
    nextCursor: string;
    more: boolean;
  }

  it('is read page by page to the end, and goes on from there', async () => {
    const start = ((await changes('county', { limit: 500 }).expect(200)).body as Feed).nextCursor;
    let place = start;
    for (let feed = await page(place); feed.items.length > 0 || feed.more; feed = await page(place))
      place = feed.nextCursor;
    for (let n = 0; n < 5; n += 1) await record({ type: `change.${n}` });
    await record({ type: 'change.elsewhere', regionCode: '411004' });
    await record({ type: 'change.end' });
    const read: string[] = [];
    for (let tries = 0; tries < 200 && !read.includes('change.end'); tries += 1) {
      const feed = await page(place, 3);
      expect(feed.items.length).toBeLessThanOrEqual(3);
      read.push(...feed.items.map(({ type }) => type));
      place = feed.nextCursor;
    }
    expect(read).toEqual(['change.0', 'change.1', 'change.2', 'change.3', 'change.4', 'change.end']);
    expect(await page(place)).toEqual({ items: [], nextCursor: place, more: false });

    async function page(after: string, limit = 500): Promise<Feed> {
      return (await changes('county', { after, limit }).expect(200)).body as Feed;
    }
  });

  it.each([
    ['what is no cursor', { after: 'x' }, '422 request.invalid'],
    ['a cursor that is not kept', { after: '1-1' }, '409 changes.cursor-unknown'],
    ['a page of 501', { limit: 501 }, '422 request.invalid'],
  ])('refuses %s', async (_, query, expected) => {
    expect(codeOf(await changes('county', query))).toBe(expected);
  });

  it('is for officials', async () => {
    expect(codeOf(await changes('shop'))).toBe('403 access.denied');
  });
});

it('a stop ends the lines at once', async () => {
  const other = await listen('admin');
  const began = Date.now();
  await house.app.close();
  expect(Date.now() - began).toBeLessThan(2_000);
  await expect(fetch(url)).rejects.toThrow();
  expect(house.get(OutboxReader)).toBeDefined();
  other.close();
});
