import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import supertest from 'supertest';
import { ProblemFilter } from '../../../src/platform/http/problem.filter';
import { ProblemWriter } from '../../../src/platform/http/problem';
import { requestPipe } from '../../../src/platform/http/request-pipe';
import { httpTexts } from '../../../src/platform/http/http.texts';
import { Catalogue } from '../../../src/platform/i18n/catalogue';
import { RulesModule } from '../../../src/modules/rules/rules.module';
import { freshDatabase, type TestDatabase } from '../../support/database';
import { admin, TestClock, TestPlatform } from '../registry/desk';

let db: TestDatabase;
let app: NestFastifyApplication;
beforeAll(async () => {
  db = await freshDatabase();
  const modules = await Test.createTestingModule({
    imports: [TestPlatform.on(db.uow, new TestClock()), RulesModule],
  }).compile();
  app = modules.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
  const catalogue = modules.get(Catalogue, { strict: false });
  catalogue.add(httpTexts);
  app.useGlobalPipes(requestPipe());
  app.useGlobalFilters(new ProblemFilter(new ProblemWriter(catalogue)));
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, _reply, done) => {
      Object.assign(request, { caller: admin });
      done();
    });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(async () => {
  await app?.close();
  await db?.close();
});

const http = () => supertest(app.getHttpServer());
const rule = {
  key: 'job.idle-limit-minutes',
  validFrom: '2026-12-01',
  value: 60,
  source: '测试文件',
  certainty: 'default',
};

describe('over HTTP', () => {
  it('a rule is previewed, planned, listed and withdrawn', async () => {
    const preview = await http().post('/rules/preview').send(rule).expect(200);
    expect(preview.body).toMatchObject({ changes: [{ path: 'value', before: 120, after: 60 }], openPermits: 0 });
    const { id } = (await http().post('/rules').send(rule).expect(201)).body;
    const current = await http().get('/rules').query({ key: rule.key, at: '2026-12-01' }).expect(200);
    expect(current.body.items).toMatchObject([{ id, value: 60, unit: 'minutes' }]);
    await http().delete(`/rules/versions/${id}`).expect(200);
    const versions = await http().get(`/rules/${rule.key}/versions`).expect(200);
    expect(versions.body).toMatchObject({ items: [{ value: 120, validTo: null }], nextCursor: null });
  });

  it('false is a value, and so is a list of whole things', async () => {
    await http()
      .post('/rules')
      .send({ ...rule, key: 'permit.close-photo', regime: 'general', value: false })
      .expect(201);
    const steps = [
      {
        step: 0,
        titleZh: '车间主任',
        titleEn: 'Foreman',
        roles: ['enterprise-manager'],
        of: 'enterprise',
        quorum: 'one',
      },
    ];
    const change = { ...rule, key: 'permit.approval-chain', regime: 'general', regionCode: '411003', value: steps };
    const planned = await http().post('/rules').send(change).expect(201);
    expect(planned.body.value).toEqual(steps);
  });

  it.each([
    ['no value', { value: undefined }, 'value'],
    ['null', { value: null }, 'value'],
    ['a regime nobody knows', { regime: 'nautical' }, 'regime'],
    ['a time without its zone', { validFrom: '2026-12-01T00:00:00' }, 'validFrom'],
    ['a day that never is', { validFrom: '2026-02-30' }, 'validFrom'],
    ['a region with letters', { regionCode: '41a' }, 'regionCode'],
    ['a certainty nobody knows', { certainty: 'C' }, 'certainty'],
    ['blank words for a source', { source: '   ' }, 'source'],
    ['a field nobody knows', { author: 'x' }, 'author'],
  ])('%s is refused before anybody asks', async (_, change, path) => {
    const answer = await http()
      .post('/rules')
      .send({ ...rule, ...change })
      .expect(422);
    expect(answer.body).toMatchObject({ code: 'request.invalid' });
    expect(answer.body.errors.map((error: { path: string }) => error.path)).toContain(path);
  });

  it('each place of a wrong value has its words, in both languages', async () => {
    const ask = async (language: string) =>
      (
        await http()
          .post('/rules')
          .set('accept-language', language)
          .send({ ...rule, value: 0 })
          .expect(422)
      ).body;
    expect(await ask('zh-CN')).toMatchObject({
      code: 'rule.value-invalid',
      detail: '规则内容有误，请按各项提示修改。',
      errors: [{ path: 'value', code: 'field.too-small', message: '不能小于 1' }],
    });
    expect(await ask('en')).toMatchObject({ errors: [{ message: 'must not be less than 1' }] });
  });

  it('an overlap names the version that stands', async () => {
    const change = { ...rule, key: 'job.reservation-seconds', value: 15 };
    const { id } = (await http().post('/rules').send(change).expect(201)).body;
    const answer = await http().post('/rules').send(change).expect(409);
    expect(answer.body).toMatchObject({ code: 'rule.overlaps', versionId: id });
    expect(answer.body.detail).toContain('2026-12-01 00:00');
  });

  it('a holiday table is read and replaced', async () => {
    const known = await http().get('/calendar/2026').expect(200);
    expect(known.body).toMatchObject({ known: true, source: expect.stringContaining('国办发明电〔2025〕7号') });
    const ofLaw = ['01-01', '02-05', '02-06', '02-07', '05-01', '05-02', '10-01', '10-02', '10-03'];
    const days = ofLaw.map((day) => ({ day: `2027-${day}`, kind: 'legal-holiday', name: '节日' }));
    const put = await http().put('/calendar/2027').send({ source: '国务院办公厅通知', days }).expect(200);
    expect(put.body).toEqual({ year: 2027, known: true, source: '国务院办公厅通知', days });
  });

  it.each([
    ['a year that is no number', '/calendar/next', 'field.integer'],
    ['a year nobody plans for', '/calendar/2101', 'field.too-large'],
  ])('%s is refused', async (_, path, code) => {
    const answer = await http().get(path).expect(422);
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ path: 'year', code }));
  });

  it.each([
    ['a kind nobody knows', [{ day: '2027-01-01', kind: 'party', name: '元旦' }]],
    ['a day without a name', [{ day: '2027-01-01', kind: 'legal-holiday' }]],
    ['a word for a list', 'none'],
    ['a word for a day', ['2027-01-01']],
  ])('a table with %s is refused', async (_, days) => {
    await http().put('/calendar/2027').send({ source: '国务院办公厅通知', days }).expect(422);
  });

  it('a day that never is has its place named', async () => {
    const days = [{ day: '2027-02-30', kind: 'legal-holiday', name: '无' }];
    const answer = await http().put('/calendar/2027').send({ source: '国务院办公厅通知', days }).expect(422);
    expect(answer.body).toMatchObject({ errors: [{ path: 'days.0.day', message: '没有 2027-02-30 这一天' }] });
  });

  it('a special period is declared, listed and ended', async () => {
    const body = { name: '两会', from: '2027-03-01', to: '2027-03-16', regionCode: '411003' };
    const { id } = (await http().post('/special-periods').send(body).expect(201)).body;
    const listed = await http().get('/special-periods').query({ regionCode: '411003', stage: 'planned' }).expect(200);
    expect(listed.body).toMatchObject({ items: [{ id, name: '两会', stage: 'planned' }], nextCursor: null });
    await http().delete(`/special-periods/${id}`).expect(200);
    await http().delete(`/special-periods/${id}`).expect(404);
  });

  it('a mode is planned, listed and withdrawn', async () => {
    const body = { topic: 'chip', mode: 'warn', regionCode: '411003101', validFrom: '2027-01-01' };
    const { id } = (await http().post('/roll-out-modes').send(body).expect(201)).body;
    const listed = await http().get('/roll-out-modes').query({ regionCode: '411003', topic: 'chip' }).expect(200);
    expect(listed.body).toMatchObject({ items: [{ id, mode: 'warn', stage: 'planned' }] });
    await http().delete(`/roll-out-modes/${id}`).expect(200);
    await http()
      .post('/roll-out-modes')
      .send({ ...body, mode: 'off' })
      .expect(422);
  });
});
