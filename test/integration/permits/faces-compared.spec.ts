import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { AskForPhotos } from '../../../src/modules/jobs/photo-checks/ask-for-photos';
import { RulesReader } from '../../../src/modules/rules/rules.reader';
import { UnansweredPhotos } from '../../../src/modules/supervision/detectors/unanswered-photos';
import { openPermitApp } from './permit-app';
import { minutes, PermitWorld, PLACE, REGION, T0 } from './permit-world';

let world: PermitWorld;
let app: NestFastifyApplication;
let permitId: string;
let machineCode: string;
beforeAll(async () => {
  world = await PermitWorld.open();
  app = await openPermitApp(world);
  permitId = await world.upTo('active');
  machineCode = (await world.sql<{ code: string }>(`select code from machines where id = 'M1'`))[0]!.code;
  await world.sql(
    `insert into rule_versions (id, key, regime, level, region_code, valid_from, value, source, certainty) values
     ('all-again', 'job.photo-again', '', '', $1, '2011-08-01', '{"share":1,"afterMinutes":{"from":20,"to":20},"answerMinutes":10}', '测试', 'default')`,
    [REGION],
  );
  await world.get(RulesReader).refresh();
});
afterAll(async () => {
  await app?.close();
  await world?.close();
});
beforeEach(async () => {
  world.clock.at = T0;
  await identity('warn');
  await world.sql(`update jobs set state = 'finished', ended_at = $1 where state in ('reserved', 'running')`, [new Date(T0)]); // prettier-ignore
});

async function identity(mode: 'observe' | 'warn' | 'enforce'): Promise<void> {
  await world.sql('delete from roll_out_modes');
  await world.sql(
    `insert into roll_out_modes (id, region_code, topic, mode, valid_from) values ('identity', $1, 'identity', $2, '2020-01-01')`,
    [REGION, mode],
  );
}

const ask = (method: 'get' | 'post', by: string, path: string) =>
  supertest(app.getHttpServer())[method](path).set('x-test-user', by);

interface Seen {
  readonly id: string;
  readonly mayDecide: boolean;
}
const waiting = async (by: string): Promise<string[]> =>
  ((await ask('get', by, '/photo-checks?mine=true').expect(200)).body as { items: Seen[] }).items.map(({ id }) => id);

async function started(photo = true): Promise<{ jobId: string; photoId: string }> {
  const photoId = await world.photo('welderUser');
  const body = { machineCode, permitId, ...PLACE, ...(photo && { identity: { photoId } }), photoId: await world.photo('welderUser') }; // prettier-ignore
  const answer = await ask('post', 'welderUser', '/jobs').send(body);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return { jobId: (answer.body as { id: string }).id, photoId };
}
const stateOf = async (jobId: string) =>
  (await world.sql('select state, end_reason from jobs where id = $1', [jobId]))[0];
const timer = (at: number) => world.get(AskForPhotos).execute((world.clock.at = at));

describe('M20 the start photo stands beside the certificate photo for somebody’s tap', () => {
  it('answers both photos, once a genuine certificate shows its holder', async () => {
    const { photoId } = await started();
    expect((await ask('get', 'safety', `/photo-checks/${photoId}`).expect(200)).body).toMatchObject({
      ...{ photoId, kind: 'welder', certificatePhotoId: null, welderName: '测试焊工W1', mayDecide: true },
    });
    const shown = await world.photo('regulator');
    await world.sql(`update certificates set photo_id = $1, verified_at = now() where id = 'C-W1'`, [shown]);
    const seen = (await ask('get', 'safety', `/photo-checks/${photoId}`)).body as Seen;
    expect(seen).toMatchObject({ photoId, certificatePhotoId: shown });
    await world.sql(`update certificates set status = 'unverified' where id = 'C-W1'`);
    expect((await ask('get', 'safety', `/photo-checks/${photoId}`)).body).toMatchObject({ certificatePhotoId: null });
    await world.sql(`update certificates set status = 'verified' where id = 'C-W1'`);
  });

  it('the same person: nothing happens to the work', async () => {
    const { jobId, photoId } = await started();
    await ask('post', 'safety', `/photo-checks/${photoId}/accept`).send({}).expect(200);
    expect(await stateOf(jobId)).toEqual({ state: 'running', end_reason: null });
  });

  it('another person: the job stops, because a human said so', async () => {
    const { jobId, photoId } = await started();
    await ask('post', 'head', `/photo-checks/${photoId}/doubt`).send({ note: '不是本人' }).expect(200);
    expect(await stateOf(jobId)).toEqual({ state: 'stopped', end_reason: 'photo-doubted' });
  });

  it('who cannot tell asks an official, and the work goes on', async () => {
    const { jobId, photoId } = await started();
    const passed = await ask('post', 'safety', `/photo-checks/${photoId}/unclear`).send({}).expect(200);
    expect(passed.body).toMatchObject({ verdict: null, passedOnAt: new Date(T0).toISOString(), mayDecide: false });
    expect(await waiting('head')).not.toContain(photoId);
    expect((await ask('post', 'head', `/photo-checks/${photoId}/accept`).send({})).status).toBe(403);
    expect(await waiting('regulator')).toContain(photoId);
    expect(await stateOf(jobId)).toMatchObject({ state: 'running' });
    const told = await world.sql(`select region_code from outbox where type = 'photo-check.passed-on' and entity_id = $1`, [photoId]); // prettier-ignore
    expect(told).toEqual([{ region_code: REGION }]);
    await ask('post', 'regulator', `/photo-checks/${photoId}/unclear`).send({}).expect(200);
    expect((await ask('get', 'head', `/photo-checks/${photoId}`)).body).toMatchObject({ verdict: 'unclear' });
  });

  it('the welder on it and a grid worker do not decide about an enterprise’s photo', async () => {
    const { photoId } = await started();
    expect(await waiting('grid')).not.toContain(photoId);
    expect((await ask('post', 'grid', `/photo-checks/${photoId}/accept`).send({})).status).toBe(403);
    await world.sql('update photo_checks set for_grid = true where photo_id = $1', [photoId]);
    expect(await waiting('grid')).toContain(photoId);
    await ask('post', 'grid', `/photo-checks/${photoId}/accept`).send({}).expect(200);
  });
});

describe('M20 one in ten running jobs is asked again', () => {
  it('not before its moment; the running page then shows it with ten minutes to answer', async () => {
    const { jobId } = await started();
    const seen = async () =>
      ((await ask('get', 'welderUser', `/jobs/${jobId}`)).body as { photoAsk: unknown }).photoAsk;
    await timer(T0 + minutes(20) - 1);
    expect(await seen()).toBeNull();
    await timer(T0 + minutes(20));
    expect(await seen()).toEqual({
      askedAt: new Date(T0 + minutes(20)).toISOString(),
      dueAt: new Date(T0 + minutes(30)).toISOString(),
      answeredAt: null,
    });
    const told = await world.sql(`select user_ids from outbox where type = 'job.photo-asked' and entity_id = $1`, [jobId]); // prettier-ignore
    expect(told).toEqual([{ user_ids: ['welderUser'] }]);
  });

  it('answered with a photo taken since, which gets a second look', async () => {
    const { jobId, photoId: before } = await started();
    expect((await ask('post', 'welderUser', `/jobs/${jobId}/photo`).send({ photoId: before })).status).toBe(409);
    await timer(T0 + minutes(20));
    expect((await ask('post', 'welderUser', `/jobs/${jobId}/photo`).send({ photoId: before })).status).toBe(422);
    world.clock.at = T0 + minutes(22);
    const photoId = await world.photo('welderUser');
    const answer = await ask('post', 'welderUser', `/jobs/${jobId}/photo`).send({ photoId }).expect(200);
    expect(answer.body).toMatchObject({ photoAsk: { answeredAt: new Date(T0 + minutes(22)).toISOString() } });
    expect((await ask('get', 'safety', `/photo-checks/${photoId}`)).body).toMatchObject({ kind: 'again', jobId });
    await timer(T0 + minutes(31));
    expect(await found(jobId)).toEqual([]);
  });

  it('unanswered it is an alert with its evidence, and power stays', async () => {
    const { jobId } = await started();
    await timer(T0 + minutes(20));
    await timer(T0 + minutes(30) - 1);
    expect(await found(jobId)).toEqual([]);
    await timer(T0 + minutes(30));
    expect(await found(jobId)).toMatchObject([
      {
        ...{ kind: 'identity-misuse', certainty: 'provisional', welderId: 'W1', foundAt: T0 + minutes(30) },
        evidence: { reason: 'photo-unanswered' },
      },
    ]);
    const told = await world.sql(`select region_code from outbox where type = 'job.photo-unanswered' and entity_id = $1`, [jobId]); // prettier-ignore
    expect(told).toEqual([{ region_code: REGION }]);
    expect(await stateOf(jobId)).toEqual({ state: 'running', end_reason: null });
  });

  it('a job that ended before its time was up is no alert, but stands in the trail', async () => {
    const { jobId } = await started();
    await timer(T0 + minutes(20));
    await world.sql(`update jobs set state = 'finished', ended_at = $2 where id = $1`, [
      jobId,
      new Date(T0 + minutes(25)),
    ]);
    await timer(T0 + minutes(30));
    expect(await found(jobId)).toEqual([]);
    const trail = await world.sql(`select 1 from audit_entries where action = 'job.photo-unanswered' and entity_id = $1`, [jobId]); // prettier-ignore
    expect(trail).toHaveLength(1);
  });

  it('where identity is only observed nobody is asked', async () => {
    await identity('observe');
    const { jobId } = await started(false);
    await timer(T0 + minutes(60));
    expect(await world.sql('select 1 from job_photo_asks where job_id = $1', [jobId])).toEqual([]);
  });

  it('only for those who may finish the job', async () => {
    const { jobId } = await started();
    await timer(T0 + minutes(20));
    const photoId = await world.photo('stranger');
    expect((await ask('post', 'stranger', `/jobs/${jobId}/photo`).send({ photoId })).status).toBe(404);
  });
});

const found = async (jobId: string) =>
  (await world.run((tx) => new UnansweredPhotos().find(tx, world.clock.at))).filter((one) => one.jobId === jobId);
