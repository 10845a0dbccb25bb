import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { User } from '@/api/users';
import type { Kept } from '@/outbox/kept';
import { Platform } from './support/platform';

/** Node has no IndexedDB; browser tests hold the real one (`offline-kept`). */
const disk = vi.hoisted(() => ({ items: new Map<number, unknown>(), last: 0 }));
vi.mock('@/outbox/kept-store', () => ({
  keptItems: async () => [...disk.items.values()],
  keptItem: async (id: number) => disk.items.get(id),
  addItem: async (item: object) => {
    disk.last += 1;
    disk.items.set(disk.last, { ...item, id: disk.last });
    return disk.last;
  },
  replaceItem: async (item: { id: number }) => disk.items.set(item.id, item),
  removeItem: async (id: number) => disk.items.delete(id),
}));

const TAP = { about: '一号车间', what: { kind: 'watch-tap' as const, permitId: 'p1', body: {} } };
const RECORD = { about: '无票', what: { kind: 'record' as const, body: { kind: 'no-permit' } as never } };
const NOW = '2026-11-28T00:00:00.000Z';

describe('the outbox', () => {
  let platform: Platform;
  let outbox: typeof import('@/outbox/outbox');
  let session: (typeof import('@/api/session'))['session'];
  beforeAll(async () => {
    platform = await Platform.open();
    platform.becomeOrigin();
    // Loaded late: the app takes its platform from the page's address.
    ({ session } = await import('@/api/session'));
    outbox = await import('@/outbox/outbox');
  });
  afterAll(() => platform.close());
  beforeEach(() => {
    platform.asked.length = 0;
    platform.answer = () => ({ status: 200, body: { id: 'done' } });
    disk.items.clear();
    signIn('anna');
  });
  const signIn = (id: string): void => void Object.assign(session.value, { user: { id } as User });
  const paths = (): string[] => platform.asked.map(({ path }) => path.replace('/api/v1', ''));
  const keys = (): unknown[] => platform.asked.map(({ headers }) => headers['idempotency-key']);
  const waiting = (): Kept[] => [...disk.items.values()] as Kept[];

  it('sends at once what can be sent, and keeps nothing of it', async () => {
    expect(await outbox.handOver(TAP, NOW, () => true)).toEqual({ arrived: true, answer: { id: 'done' } });
    expect([paths(), waiting()]).toEqual([['/permits/p1/commands/watch-tap'], []]);
  });

  it('a drill and a report are kept with the photos that were taken without network, and sent once', async () => {
    const picture = {
      bytes: new ArrayBuffer(3),
      type: 'image/jpeg',
      position: null,
      key: 'picture',
      use: 'photo' as const,
    };
    const drill = {
      about: '疏散',
      what: { kind: 'drill' as const, body: { photoIds: ['before'] } as never },
      pictures: [picture],
    };
    platform.answer = () => ({ status: 503 });
    expect(await outbox.handOver(drill, NOW, () => true)).toEqual({ arrived: false });
    platform.asked.length = 0;
    platform.answer = ({ path }) => ({ status: 200, body: { id: path.endsWith('/files') ? 'photo' : 'done' } });
    await outbox.flush();
    await outbox.flush();
    expect(paths()).toEqual(['/files', '/drills']);
    expect(JSON.parse(platform.asked[1]!.body)).toEqual({ photoIds: ['before', 'photo'] });
    expect(waiting()).toEqual([]);
  });

  it('a self-check that somebody else signed meanwhile stays with the platform’s words', async () => {
    const what = {
      kind: 'self-check-answers' as const,
      checkId: 'c1',
      answers: [{ code: 'a', answer: 'yes' as const }],
    };
    platform.answer = () => ({ status: 503 });
    await outbox.handOver({ about: '自查', what }, NOW, () => false);
    platform.answer = () => ({ status: 409, body: { code: 'self-check.signed-already', detail: '主要负责人已签字' } });
    await outbox.flush();
    expect(paths().at(-1)).toBe('/self-checks/c1/answers');
    expect(waiting()).toMatchObject([{ refusal: { message: '主要负责人已签字' } }]);
  });

  it('keeps what cannot be sent and later sends it in order, each under the key it was typed with', async () => {
    platform.answer = () => ({ status: 503 });
    expect(await outbox.handOver(TAP, NOW, () => true)).toEqual({ arrived: false });
    expect(await outbox.handOver(RECORD, NOW, () => true)).toEqual({ arrived: false });
    // The first in the queue holds up the rest.
    expect(paths()).toEqual(['/permits/p1/commands/watch-tap', '/permits/p1/commands/watch-tap']);
    const typed = waiting().map(({ key }) => key);
    platform.asked.length = 0;
    platform.answer = () => ({ status: 200 });
    await outbox.flush();
    expect([paths(), keys()]).toEqual([['/permits/p1/commands/watch-tap', '/violations'], typed]);
    expect(waiting()).toEqual([]);
  });

  it('keeps what the platform refuses, with its reason, and goes on with the next', async () => {
    platform.answer = ({ path }) =>
      path.includes('watch-tap')
        ? { status: 409, body: { code: 'permit.state', detail: '不在作业中', errors: [] } }
        : { status: 200 };
    await expect(outbox.handOver(TAP, NOW, () => false)).rejects.toThrow('不在作业中');
    await outbox.handOver(RECORD, NOW, () => true);
    expect(waiting().map(({ refusal }) => refusal?.message)).toEqual(['不在作业中']);
    platform.asked.length = 0;
    await outbox.flush();
    expect(paths()).toEqual([]);
    platform.answer = () => ({ status: 200 });
    await outbox.tryAgain(waiting()[0]!.id);
    expect(waiting()).toEqual([]);
  });

  it('leaves a refusal to the form that is still open', async () => {
    platform.answer = () => ({ status: 422, body: { code: 'request.invalid', detail: '缺少说明' } });
    await expect(outbox.handOver(RECORD, NOW, () => true)).rejects.toThrow('缺少说明');
    expect(waiting()).toEqual([]);
  });

  it('neither shows nor sends what somebody else typed on this phone', async () => {
    platform.answer = () => ({ status: 503 });
    await outbox.handOver(TAP, NOW, () => true);
    signIn('berta');
    platform.asked.length = 0;
    await outbox.flush();
    expect([outbox.kept.value, paths(), waiting().length]).toEqual([[], [], 1]);
  });
});
