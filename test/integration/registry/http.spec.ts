import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import supertest from 'supertest';
import { ProblemFilter } from '../../../src/platform/http/problem.filter';
import { ProblemWriter } from '../../../src/platform/http/problem';
import { requestPipe } from '../../../src/platform/http/request-pipe';
import { VersionTag } from '../../../src/platform/http/version';
import { Catalogue } from '../../../src/platform/i18n/catalogue';
import { RegistryModule } from '../../../src/modules/registry/registry.module';
import { freshDatabase, type TestDatabase } from '../../support/database';
import { inventedChip, inventedIdNumber, inventedPhone } from '../../support/people';
import { admin, TestClock, TestPlatform } from './desk';

let db: TestDatabase;
let app: NestFastifyApplication;
beforeAll(async () => {
  db = await freshDatabase();
  const modules = await Test.createTestingModule({
    imports: [TestPlatform.on(db.uow, new TestClock()), RegistryModule],
  }).compile();
  app = modules.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
  app.useGlobalPipes(requestPipe());
  app.useGlobalInterceptors(new VersionTag());
  app.useGlobalFilters(new ProblemFilter(new ProblemWriter(modules.get(Catalogue, { strict: false }))));
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
const machine = { model: 'ZX7-400', process: 'MMA', regionCode: '411003' };
const register = async (): Promise<{ id: string; code: string }> =>
  (await http().post('/machines').send(machine).expect(201)).body;

describe('over HTTP', () => {
  it('chips come in as text/csv', async () => {
    const { chipNo, secretHex } = inventedChip(1);
    const csv = `chipNo,secretHex,model,batch\n${chipNo},${secretHex},H2,b\nbroken\n`;
    const answer = await http()
      .post('/chips/import')
      .set('content-type', 'text/csv; charset=utf-8')
      .send(csv)
      .expect(200);
    expect(answer.body).toEqual({ accepted: 1, rejected: [{ line: 3, code: 'chip.line-malformed' }] });
  });

  it('F3 and as a Chinese spreadsheet saves it', async () => {
    const { chipNo, secretHex } = inventedChip(2);
    const bytes = Buffer.concat([
      Buffer.from(`${chipNo},${secretHex},`),
      Buffer.from([0xd0, 0xcd, 0xba, 0xc5, 0xbc, 0xd7]),
      Buffer.from(',B1\r\n'),
    ]);
    await http().post('/chips/import').set('content-type', 'text/csv').send(bytes).expect(200);
    const { body } = await http().get(`/chips?q=${chipNo}`).expect(200);
    expect((body as { items: { model: string }[] }).items[0]?.model).toBe('型号甲');
    const picture = await http()
      .post('/chips/import')
      .set('content-type', 'text/csv')
      .send(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]));
    expect([picture.status, (picture.body as { code: string }).code]).toEqual([422, 'file.encoding-unknown']);
  });

  it('F5 names are found however they are typed, and shown as they were typed', async () => {
    const person = { idNumber: `\u202d${inventedIdNumber(77)}\u202c`, phone: inventedPhone(77), regionCode: '411003' };
    await http()
      .post('/welders')
      .send({ ...person, name: '古丽米热•艾比布力 ' })
      .expect(201);
    for (const typed of [
      '古丽米热·艾比布力',
      '古丽米热•艾比',
      '艾比布力',
      '古丽 米热',
      inventedIdNumber(77),
      ` ${inventedPhone(77)}`,
    ]) {
      const { body } = await http().get('/welders').query({ q: typed }).expect(200);
      expect((body as { items: { name: string }[] }).items.map(({ name }) => name)).toEqual(['古丽米热·艾比布力']);
    }
  });

  it('and not as anything else', async () => {
    const answer = await http().post('/chips/import').send({ chipNo: 'x' });
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([422, 'chip.csv-expected']);
  });

  it('a form is sent back with the ETag it was read with', async () => {
    const { id } = await register();
    const read = await http().get(`/machines/${id}`).expect(200);
    const etag = String(read.headers['etag']);
    expect(etag).toBe('"1"');
    await http()
      .patch(`/machines/${id}`)
      .set('if-match', etag)
      .send({ model: 'ZX7-500' })
      .expect(200)
      .expect('etag', '"2"');
    const stale = await http().patch(`/machines/${id}`).set('if-match', etag).send({ outlets: 3 }).expect(412);
    expect(stale.body).toMatchObject({ code: 'version.stale', version: 2 });
  });

  it('null clears what may be empty, and nothing else', async () => {
    const { id } = await register();
    const cleared = await http()
      .patch(`/machines/${id}`)
      .send({ serialNumber: null, inspectionDueOn: null })
      .expect(200);
    expect(cleared.body).toMatchObject({ serialNumber: null, inspectionDueOn: null, model: 'ZX7-400' });
    const refused = await http().patch(`/machines/${id}`).send({ model: null }).expect(422);
    expect(refused.body).toMatchObject({ code: 'request.invalid', errors: [{ path: 'model' }] });
  });

  it.each([
    ['a day that never was', { inspectionDueOn: '2027-02-30' }],
    ['a time for a day', { inspectionDueOn: '2027-02-03T00:00:00Z' }],
    ['17 outlets', { outlets: 17 }],
    ['no outlet', { outlets: 0 }],
    ['half an outlet', { outlets: 1.5 }],
    ['an unknown process', { process: 'GLUE' }],
    ['a field nobody knows', { colour: 'red' }],
    ['a region with letters', { regionCode: '41a' }],
  ])('refuses %s', async (_, change) => {
    const answer = await http()
      .post('/machines')
      .send({ ...machine, ...change });
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([422, 'request.invalid']);
  });

  it.each([
    ['label.svg', 'image/svg+xml'],
    ['label.png', 'image/png'],
  ])('%s is sent as %s', async (name, type) => {
    const { id } = await register();
    await http()
      .get(`/machines/${id}/${name}`)
      .expect(200)
      .expect('content-type', new RegExp(`^${type.replace('+', '\\+')}`));
    const missing = await http().get(`/machines/NONE/${name}`).expect(404);
    expect(missing.headers['content-type']).toContain('application/problem+json');
  });

  it('sheets are sent as PDF', async () => {
    const { id } = await register();
    await http()
      .post('/machines/labels.pdf')
      .send({ ids: [id] })
      .expect(200)
      .expect('content-type', 'application/pdf');
    await http().post('/codes/blank').send({ count: 3 }).expect(200).expect('content-type', 'application/pdf');
    await http().post('/machines/labels.pdf').send({ ids: [] }).expect(422);
    await http().post('/codes/blank').send({ count: 0 }).expect(422);
  });

  it('a chip is bound and taken off', async () => {
    const { id } = await register();
    const { chipNo, secretHex } = inventedChip(2);
    await http().post('/chips/import').set('content-type', 'text/csv').send(`${chipNo},${secretHex},H2,b`).expect(200);
    expect((await http().post(`/machines/${id}/chip`).send({ chipNo }).expect(200)).body).toMatchObject({ chipNo });
    expect((await http().delete(`/machines/${id}/chip`).expect(200)).body).toMatchObject({ chipNo: null });
  });

  it('each refusal has a text in both languages', async () => {
    const ask = (language: string) =>
      http()
        .post('/machines')
        .set('accept-language', language)
        .send({ ...machine, blankCode: '0000000000' })
        .expect(422);
    const [zh, en] = [await ask('zh-CN'), await ask('en')];
    expect(zh.body).toMatchObject({
      code: 'code.unknown',
      errors: [{ path: 'blankCode', message: '没有这个码，请核对后重新扫描或输入。' }],
    });
    expect((en.body as { detail: string }).detail).toBe('There is no such code. Scan or type it again.');
  });
});
