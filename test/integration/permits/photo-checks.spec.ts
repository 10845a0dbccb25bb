import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { UndecidedPhotos } from '../../../src/modules/jobs/photo-checks/undecided-photos';
import { DoubtedPhotos } from '../../../src/modules/supervision/detectors/doubted-photos';
import { openPermitApp } from './permit-app';
import { minutes, PermitWorld, PLACE, T0 } from './permit-world';

let world: PermitWorld;
let app: NestFastifyApplication;
let permitId: string;
let machineCode: string;
beforeAll(async () => {
  world = await PermitWorld.open();
  app = await openPermitApp(world, (id) =>
    id === 'unconfirmed safety' ? { ...world.caller('safety'), seatWaiting: true } : world.caller(id),
  );
  permitId = await world.upTo('active');
  await world.sql(
    `insert into codes (code, kind, entity_id, created_at) select code, 'welder', id, now() from welders where id = 'W1'`,
  );
  machineCode = (await world.sql<{ code: string }>(`select code from machines where id = 'M1'`))[0]!.code;
});
afterAll(async () => {
  await app?.close();
  await world?.close();
});
beforeEach(() => {
  world.clock.at = T0;
});

const ask = (method: 'get' | 'post', by: string, path: string) =>
  supertest(app.getHttpServer())[method](path).set('x-test-user', by);
const waiting = async (by: string): Promise<string[]> =>
  ((await ask('get', by, '/photo-checks?mine=true').expect(200)).body as { items: { id: string }[] }).items.map(
    ({ id }) => id,
  );

/** The watcher starts for a welder, with a photo of them. */
async function startedFor(): Promise<{ jobId: string; photoId: string }> {
  await world.sql(`update jobs set state = 'finished', ended_at = $1 where state in ('reserved', 'running')`, [
    new Date(T0),
  ]);
  const [{ code: welderCode } = { code: '' }] = await world.sql<{ code: string }>(
    `select code from welders where id = 'W1'`,
  );
  const photoId = await world.photo('watcher');
  const body = { machineCode, welderCode, permitId, ...PLACE, identity: { photoId } };
  const started = await ask('post', 'watcher', '/jobs').send(body);
  if (started.status !== 201) throw new Error(JSON.stringify(started.body));
  return { jobId: (started.body as { id: string }).id, photoId };
}

describe('D20 the photo of somebody who was started for gets a second look', () => {
  it('by another than who took it, of the same enterprise', async () => {
    const { photoId } = await startedFor();
    expect(await waiting('safety')).toContain(photoId);
    expect(await waiting('watcher')).not.toContain(photoId);
    expect(await waiting('stranger')).not.toContain(photoId);
    expect((await ask('post', 'watcher', `/photo-checks/${photoId}/accept`).send({})).status).toBe(403);
    expect((await ask('post', 'stranger', `/photo-checks/${photoId}/accept`).send({})).status).toBe(404);
    expect((await ask('post', 'safety', `/photo-checks/${photoId}/accept`).send({}).expect(200)).body).toMatchObject({
      kind: 'starter',
      verdict: 'accepted',
    });
    expect(await waiting('safety')).not.toContain(photoId);
    expect((await ask('post', 'head', `/photo-checks/${photoId}/doubt`).send({})).status).toBe(409);
  });

  it('not accepted by a safety officer whom no official has confirmed', async () => {
    const { photoId } = await startedFor();
    const refused = await ask('post', 'unconfirmed safety', `/photo-checks/${photoId}/accept`).send({});
    expect([refused.status, refused.body]).toMatchObject([403, { code: 'permit.seat-unconfirmed' }]);
    await ask('post', 'safety', `/photo-checks/${photoId}/accept`).send({}).expect(200);
  });

  it('doubted, the job ends and supervision finds it', async () => {
    const { jobId, photoId } = await startedFor();
    world.clock.at = T0 + minutes(3);
    await ask('post', 'safety', `/photo-checks/${photoId}/doubt`).send({ note: '不是本人' }).expect(200);
    const [job] = await world.sql('select state, end_reason from jobs where id = $1', [jobId]);
    expect(job).toEqual({ state: 'stopped', end_reason: 'photo-doubted' });
    const found = await world.run((tx) => new DoubtedPhotos().find(tx, world.clock.at));
    expect(found).toMatchObject([
      { kind: 'identity-misuse', jobId, welderId: 'W1', photoIds: [photoId], foundAt: T0 + minutes(3) },
    ]);
  });

  it('undecided after ten minutes the place’s officials are told, once', async () => {
    const { photoId } = await startedFor();
    const told = () => world.sql(`select region_code from outbox where type = 'photo-check.overdue' and entity_id = $1`, [photoId]); // prettier-ignore
    const look = (at: number) => world.get(UndecidedPhotos).execute(at);
    await look(T0 + minutes(10) - 1);
    expect(await told()).toEqual([]);
    await look(T0 + minutes(10));
    await look(T0 + minutes(11));
    expect(await told()).toEqual([{ region_code: '411003' }]);
  });
});

describe('D7 the photo of a signboard that proved the place gets a second look', () => {
  it('of a watcher who signs on with it', async () => {
    const code = (await world.see(permitId)).code;
    const on = (proof: object) => ask('post', 'watcher', `/permits/${permitId}/commands/fire-watch-on`).send({ proof });
    await on({ ...PLACE, accuracyM: 8, signboardCode: code }).expect(200);
    const photoId = await world.photo('watcher');
    const shown = await on({ signboardCode: code, photoId });
    if (shown.status !== 200) throw new Error(JSON.stringify(shown.body));
    expect(await waiting('head')).toContain(photoId);
  });

  it('of a job; doubted, the work under the permit ends where it was the watcher’s', async () => {
    const { jobId } = await startedFor();
    const code = (await world.see(permitId)).code;
    const photoId = await world.photo('watcher');
    const proof = { signboardCode: code, photoId };
    await ask('post', 'watcher', `/permits/${permitId}/commands/fire-watch-on`).send({ proof }).expect(200);
    await ask('post', 'head', `/photo-checks/${photoId}/doubt`).send({}).expect(200);
    const [job] = await world.sql('select state from jobs where id = $1', [jobId]);
    expect(job).toEqual({ state: 'stopped' });
  });
});
