import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { openPermitApp } from './permit-app';
import { PermitWorld, PLACE } from './permit-world';

let world: PermitWorld;
let app: NestFastifyApplication;
beforeAll(async () => {
  world = await PermitWorld.open();
  app = await openPermitApp(world);
});
afterAll(async () => {
  await app?.close();
  await world?.close();
});

const http = () => supertest(app.getHttpServer());
const post = (by: string, path: string, body?: object) => {
  const request = http().post(path).set('x-test-user', by);
  return body === undefined ? request : request.send(body);
};
interface Problem {
  code: string;
  detail: string;
  errors?: { path: string; code: string; message: string }[];
  commands?: string[];
}
const problem = (answer: { body: unknown }): Problem => answer.body as Problem;
const draft = () => world.request() as unknown as Record<string, unknown>;

describe('asking over HTTP', () => {
  it('makes a permit, reads it with its version, takes commands with or without a body', async () => {
    const made = await post('manager', '/permits', draft()).expect(201).expect('etag', '"1"');
    const { id } = made.body as { id: string };
    await post('manager', `/permits/${id}/commands/submit`).expect(200);
    const read = await http().get(`/permits/${id}`).set('x-test-user', 'safety').expect(200);
    expect(read.body).toMatchObject({ state: 'submitted', commands: expect.arrayContaining(['approve']) });
    await post('safety', `/permits/${id}/commands/approve`, { comment: '同意' }).expect(200);
    const early = await post('manager', `/permits/${id}/commands/start`).expect(409);
    expect(problem(early)).toMatchObject({ code: 'permit.command-not-open', commands: ['cancel'] });
    const wrong = await post('manager', `/permits/${id}/commands/approve`).expect(403);
    expect(problem(wrong).detail).toContain('不能审批自己申请的作业票');
    const english = await post('manager', `/permits/${id}/commands/approve`).set('accept-language', 'en').expect(403);
    expect(problem(english).detail).toContain('Nobody approves their own application');
  });

  it('names what is missing in words', async () => {
    const made = await post('manager', '/permits', { ...draft(), fireWatchId: undefined, welderIds: [] }).expect(201);
    const answer = await post('manager', `/permits/${(made.body as { id: string }).id}/commands/submit`).expect(409);
    expect(problem(answer).errors).toEqual([
      { path: 'submit', code: 'permit.welders-missing', message: '请至少写上一名焊工。' },
      { path: 'submit', code: 'permit.watcher-missing', message: '请指定监护人。' },
    ]);
  });

  it.each<[string, object, string]>([
    ['no place', { place: undefined }, 'place'],
    ['a place beyond the pole', { place: { name: '甲', lat: 91, lng: 0 } }, 'place.lat'],
    ['an unknown regime', { regime: 'moon' }, 'regime'],
    ['a day that never was', { plannedStart: '2026-02-30T08:00:00Z' }, 'plannedStart'],
    ['times as numbers', { plannedStart: 5 }, 'plannedStart'],
    ['a welder twice', { welderIds: ['W1', 'W1'] }, 'welderIds'],
    ['null for a list', { machineIds: null }, 'machineIds'],
    ['a field nobody knows', { colour: 'red' }, 'colour'],
    ['empty content', { content: '   ' }, 'content'],
    ['content without end', { content: 'x'.repeat(501) }, 'content'],
    ['a place that is none', { place: 'here' }, 'place'],
  ])('%s', async (_, change, path) => {
    const answer = await post('manager', '/permits', { ...draft(), ...change }).expect(422);
    expect(problem(answer).errors?.map((error) => error.path)).toContain(path);
  });

  it.each<[string, object, string[]]>([
    ['suspend', { reason: ' ' }, ['reason']],
    ['suspend', { reason: 'x', readings: [{ gas: 'methane', value: 1, unit: '%vol' }] }, ['readings']],
    ['measures', { items: [{ code: 'nothing', confirmed: true }] }, ['items.0.code']],
    ['measures', { items: [] }, ['items']],
    ['gas-test', { sampledAt: 'yesterday', readings: [{ gas: 'methane', value: 1, unit: '%vol' }] }, ['sampledAt']],
    [
      'gas-test',
      { sampledAt: '2026-11-24T01:00:00Z', readings: [{ gas: 'methane', value: 'much', unit: 'bar' }] },
      ['readings.0.value', 'readings.0.unit'],
    ],
    ['amend', { welderIds: 'W1' }, ['welderIds']],
    ['fire-watch-off', { lat: 1 }, ['lat']],
  ])('%s %j', async (command, body, paths) => {
    await world.sql(`update permits set watcher_id = null, state = 'cancelled' where state <> 'closed'`);
    const id = await world.upTo('active');
    const answer = await post('watcher', `/permits/${id}/commands/${command}`, body);
    expect(answer.status).toBe(422);
    expect([...new Set(problem(answer).errors?.map((error) => error.path))]).toEqual(paths);
  });

  it('what is not there is not there', async () => {
    expect(problem(await post('manager', '/permits/nothing/commands/submit').expect(404)).code).toBe(
      'permit.not-found',
    );
    expect(problem(await post('manager', '/permits/nothing/commands/fly').expect(404)).code).toBe(
      'permit.command-unknown',
    );
    await http().get('/permits/nothing').set('x-test-user', 'manager').expect(404);
    await post('manager', '/permits/nothing/copy', {}).expect(404);
    await post('manager', '/permits/nothing/extension', { plannedEnd: '2026-12-01T00:00:00Z' }).expect(404);
    await http().post('/permits/nothing/occupier-confirmation').send({ code: '123456' }).expect(404);
    await http().post('/permits/nothing/occupier-confirmation').send({ code: '12' }).expect(422);
    await http().delete('/approval-delegations/nothing').set('x-test-user', 'head').expect(404);
  });

  it('a draft is filled in anew only on the version that was read', async () => {
    const made = await post('manager', '/permits', draft()).expect(201);
    const { id } = made.body as { id: string };
    const put = (etag: string) => http().put(`/permits/${id}`).set('x-test-user', 'manager').set('if-match', etag);
    await put('"1"')
      .send({ ...draft(), content: '切割' })
      .expect(200)
      .expect('etag', '"2"');
    expect(problem(await put('"1"').send(draft()).expect(412))).toMatchObject({ code: 'version.stale', version: 2 });
    expect(problem(await put('one').send(draft()).expect(422)).code).toBe('version.unreadable');
  });

  it('a delegation is made, listed and ended', async () => {
    const to = new Date(world.clock.at + 3_600_000).toISOString();
    const made = await post('head', '/approval-delegations', { toUserId: 'safety', to, reason: '出差' }).expect(201);
    const { id } = made.body as { id: string };
    const list = await http().get('/approval-delegations?limit=5').set('x-test-user', 'head').expect(200);
    expect((list.body as { items: { id: string }[] }).items.map((one) => one.id)).toContain(id);
    const ended = await http().delete(`/approval-delegations/${id}`).set('x-test-user', 'head').expect(200);
    expect((ended.body as { revokedAt: string | null }).revokedAt).not.toBeNull();
  });

  it('a device feeds gas under a watcher’s account', async () => {
    await world.sql(`update permits set watcher_id = null, state = 'cancelled' where state <> 'closed'`);
    const id = await world.upTo('active');
    const reading = {
      sampledAt: new Date(world.clock.at).toISOString(),
      readings: [{ gas: 'methane', value: 0.1, unit: '%vol' }],
    };
    await post('watcher', `/permits/${id}/gas-feed`, reading).expect(200);
    await post('watcher', `/permits/${id}/gas-feed`, { ...reading, ...PLACE }).expect(422);
  });
});

describe('an amendment that cannot be read confirms nothing', () => {
  it.each<[string, string, object, string]>([
    ['what belongs to another command, by whoever asked', 'manager', { reason: '补充' }, 'reason'],
    ['what belongs to another command, by whoever may confirm', 'head', { reason: '补充' }, 'reason'],
    ['a word instead of yes', 'manager', { confirm: 'yes' }, 'confirm'],
    ['nothing at all, by whoever asked', 'manager', {}, 'welderIds'],
    ['nothing at all, by whoever may confirm', 'head', {}, 'welderIds'],
    ['a confirmation that adds something else', 'head', { confirm: true, welderIds: ['W3'] }, 'welderIds'],
  ])('%s', async (_, by, body, path) => {
    const id = await world.upTo('issued');
    await post('manager', `/permits/${id}/commands/amend`, { welderIds: ['W2'] }).expect(200);
    const answer = await post(by, `/permits/${id}/commands/amend`, body).expect(422);
    expect(problem(answer).errors?.map((one) => one.path)).toEqual([path]);
    const seen = await http().get(`/permits/${id}`).set('x-test-user', by).expect(200);
    expect(seen.body).toMatchObject({ amendments: [{ confirmedBy: null }], welders: [{ id: 'W1' }] });
  });

  it('a stranger is told that it is not theirs all the same', async () => {
    const id = await world.upTo('issued');
    await post('manager', `/permits/${id}/commands/amend`, { welderIds: ['W2'] }).expect(200);
    await post('watcher', `/permits/${id}/commands/amend`, { reason: '补充' }).expect(403);
  });
});

describe('that a visit is still due follows the visits', () => {
  type Awaited = { siteVisit: boolean; now: boolean }[];
  const due = async (id: string, by: string): Promise<boolean | undefined> => {
    const seen = await http().get(`/permits/${id}`).set('x-test-user', by).expect(200);
    return (seen.body as { awaited: Awaited }).awaited.find(({ now }) => now)?.siteVisit;
  };
  const submitted = async (): Promise<string> => {
    const { id } = await world.create({ regime: 'construction', level: 'first' });
    await post('manager', `/permits/${id}/commands/submit`).expect(200);
    await post('head', `/permits/${id}/commands/approve`).expect(200);
    return id;
  };
  const visit = (by: string, id: string) =>
    post(by, `/permits/${id}/commands/site-visit`, { ...PLACE, accuracyM: 20 }).expect(200);

  it('whoever has been there is asked no more; a colleague who may sign there is', async () => {
    const id = await submitted();
    expect(await due(id, 'safety')).toBe(true);
    await visit('safety', id);
    expect([await due(id, 'safety'), await due(id, 'safety2'), await due(id, 'manager')]).toEqual([false, true, false]);
  });

  it('what was sent back is visited anew', async () => {
    const id = await submitted();
    await visit('safety', id);
    await post('safety', `/permits/${id}/commands/return`, { reason: '请补充' }).expect(200);
    await post('manager', `/permits/${id}/commands/submit`).expect(200);
    await post('head', `/permits/${id}/commands/approve`).expect(200);
    expect(await due(id, 'safety')).toBe(true);
  });
});
