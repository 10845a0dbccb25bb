import { TellEndings } from '../../src/modules/certificates/notices/tell-endings';
import { DAY, HOUR, shanghaiDate } from '../../src/kernel/time';
import { startApp, type TestApp } from '../support/app';
import { inventedIdNumber, inventedPhone } from '../support/people';
import { certify, newSite, newUser, type Person, type Site } from '../support/site';

interface Line {
  readonly kind: string;
  readonly answer: string | null;
  readonly reading: string | null;
  readonly text: string | null;
  readonly screenshotId: string | null;
  readonly doneBy: string;
}
interface Finding {
  readonly code: string;
  readonly severity: string;
}

const ID_NUMBER = inventedIdNumber(900);
const PHONE = inventedPhone(900);
const CARD = {
  number: `T${ID_NUMBER}`,
  kind: 'special-operation',
  operations: ['fusion'],
  issuer: '测试发证机关',
  issuedOn: '2024-01-10',
  validFrom: '2024-01-10',
  validTo: '2030-01-09',
};

let app: TestApp;
let site: Site;
let grid: Person;
let inspector: Person;
let welder: Person;
let welderId: string;
let cardId: string;

beforeAll(async () => {
  app = await startApp();
  site = await newSite(app);
  const { admin, enterpriseId } = site;
  [grid, inspector] = (await Promise.all(
    ['grid-worker', 'inspector'].map((role) => newUser(app, admin, [role], { regionCode: '411003' })),
  )) as [Person, Person];
  const person = { name: '外来焊工', idNumber: ID_NUMBER, phone: PHONE, regionCode: '411003', enterpriseId };
  welderId = String((await admin.must('/welders', person))['id']);
  welder = await newUser(app, admin, ['welder'], { welderId });
  cardId = String((await welder.must(`/welders/${welderId}/certificates`, CARD))['id']);
}, 120_000);
afterAll(() => app?.close());

const scan = (text: string) => welder.must(`/certificates/${cardId}/scans`, { text });
const history = async (who: Person): Promise<Line[]> =>
  ((await who.get(`/certificates/${cardId}/history`)).body as { items: Line[] }).items;
async function certificateFindings(): Promise<string[]> {
  const { findings } = (await welder.must('/authorizations', { machineCode: site.machineCode })) as unknown as { findings: Finding[] }; // prettier-ignore
  return findings.flatMap(({ code, severity }) => (code.startsWith('certificate.') ? [`${code} ${severity}`] : []));
}
async function screenshot(who: Person): Promise<string> {
  const { body, status } = await app.request
    .post('/api/v1/files')
    .set('authorization', `Bearer ${who.token}`)
    .attach('file', await app.photo(), 'screen.jpg');
  if (status !== 201) throw new Error(JSON.stringify(body));
  return (body as { id: string }).id;
}

describe('a scanned e-certificate is a claim', () => {
  it('lets nobody work with another person’s card, another site’s address or a format that is not known', async () => {
    expect(await certificateFindings()).toEqual(['certificate.unverified block']);
    expect(await scan('你好')).toEqual({ reading: 'unknown', workUntil: null });
    expect(await scan(`https://cx.example.com/?no=${CARD.number}`)).toEqual({ reading: 'unknown', workUntil: null });
    expect(await scan(`T${inventedIdNumber(901)}`)).toEqual({ reading: 'other-number', workUntil: null });
    expect(await scan('https://cx.mem.gov.cn/e/8f3kq0')).toEqual({ reading: 'address', workUntil: null });
    expect(await certificateFindings()).toEqual(['certificate.unverified block']);
  });

  it('lets its holder work for 72 h from the first scan on', async () => {
    const first = await scan(`姓名：外来焊工\n证号：${CARD.number}`);
    expect(first).toMatchObject({ reading: 'same', workUntil: expect.any(String) });
    const left = Date.parse(String(first['workUntil'])) - Date.now();
    expect(left).toBeGreaterThan(71 * HOUR);
    expect(left).toBeLessThanOrEqual(72 * HOUR);
    expect(await scan(CARD.number)).toEqual(first);
    expect(await certificateFindings()).toEqual(['certificate.unverified warn']);
  });
});

describe('the guided lookup', () => {
  it('shows number and name for a purpose, and keeps who asked', async () => {
    expect((await grid.post(`/certificates/${cardId}/reveal`, {})).status).toBe(422);
    expect((await site.safety.post(`/certificates/${cardId}/reveal`, { purpose: '想看看' })).status).toBe(403);
    expect(await grid.must(`/certificates/${cardId}/reveal`, { purpose: '官网核验' })).toEqual({
      number: CARD.number,
      name: '外来焊工',
      address: 'https://cx.mem.gov.cn/',
    });
    const [trail] = await app.sql<{ after: object }>(
      `select after from audit_entries where action = 'certificate.revealed' and entity_id = $1`,
      [cardId],
    );
    expect(trail).toEqual({ after: { reason: '官网核验' } });
  });

  it('asks for a screenshot of one’s own', async () => {
    const lookup = (body: object) => inspector.post(`/certificates/${cardId}/lookups`, { answer: 'valid', ...body });
    expect(await lookup({})).toMatchObject({ status: 422 });
    expect(await lookup({ screenshotId: await screenshot(grid) })).toMatchObject({
      status: 422,
      body: { code: 'certificate.screenshot-unknown' },
    });
    expect(await inspector.post(`/certificates/${cardId}/verify`, { method: 'lookup', note: ' ' })).toMatchObject({
      status: 422,
      body: { code: 'certificate.screenshot-missing' },
    });
  });

  it('a grid worker’s good answer waits for an official; any other ends what the scan let pass', async () => {
    const found = async (answer: string) =>
      grid.must(`/certificates/${cardId}/lookups`, { answer, screenshotId: await screenshot(grid) });
    expect(await found('valid')).toMatchObject({ status: 'unverified', scanUntil: expect.any(String) });
    expect(await found('not-found')).toMatchObject({ status: 'unverified', scanUntil: null });
    expect(await certificateFindings()).toEqual(['certificate.unverified block']);
  });

  it('an official’s good answer verifies; the history says who, when and how, and shows the proof to those who check', async () => {
    const screenshotId = await screenshot(inspector);
    expect(await inspector.must(`/certificates/${cardId}/lookups`, { answer: 'valid', screenshotId })).toMatchObject({
      status: 'verified',
      verificationMethod: 'lookup',
    });
    expect(await certificateFindings()).toEqual([]);
    const [verified, looked] = await history(inspector);
    expect(verified).toMatchObject({ kind: 'verified', method: 'lookup', screenshotId, doneBy: '测试inspector' });
    expect(looked).toMatchObject({ kind: 'lookup', answer: 'valid', screenshotId });
    const scanned = (await history(grid)).find(({ reading }) => reading === 'same');
    expect(scanned?.text).toContain('****');
    expect(scanned?.text).not.toContain(ID_NUMBER);
    const colleagues = await history(site.safety);
    expect(colleagues.map(({ screenshotId: id, text }) => id ?? text)).toEqual(colleagues.map(() => null));
    expect((await inspector.get(`/files/${screenshotId}`)).status).toBe(200);
    expect((await site.safety.get(`/files/${screenshotId}`)).status).toBe(404);
  });

  it('a forged card becomes a case with the screenshots, the number masked', async () => {
    const screenshotId = await screenshot(inspector);
    await inspector.must(`/certificates/${cardId}/forged`, { reason: '官网查无此证', screenshotId });
    const cases = () => app.sql<{ photo_ids: string[]; evidence: Record<string, unknown> }>(`select photo_ids, evidence from violations where kind = 'forged-certificate'`); // prettier-ignore
    const next = String((await welder.must(`/welders/${welderId}/certificates`, CARD))['id']);
    // a forged card is followed by one that its holder entered: no scan lets that one pass
    expect(await welder.must(`/certificates/${next}/scans`, { text: CARD.number })).toEqual({
      reading: 'same',
      workUntil: null,
    });
    for (let tries = 0; tries < 40 && (await cases()).length === 0; tries += 1) await app.elapse(1_000);
    const [found] = await cases();
    expect(found?.photo_ids).toContain(screenshotId);
    expect(found?.photo_ids.length).toBe(4);
    expect(found?.evidence).toMatchObject({ lookup: 'valid', cardNumber: expect.stringContaining('***') });
  });
});

describe('nobody gets another 72 h', () => {
  const entered = async (n: number) => {
    const idNumber = inventedIdNumber(n);
    const links = { name: '外来焊工', idNumber, phone: inventedPhone(n), regionCode: '411003' };
    const id = String((await site.admin.must('/welders', links))['id']);
    const add = async (body: object) =>
      String(
        (await site.admin.must(`/welders/${id}/certificates`, { ...CARD, number: `T${idNumber}`, ...body }))['id'],
      );
    const scanned = (card: string) => site.admin.must(`/certificates/${card}/scans`, { text: `T${idNumber}` });
    return { add, scanned, first: await add({}) };
  };

  it('by a new record after one that was scanned and ended', async () => {
    const { add, scanned, first } = await entered(910);
    expect(await scanned(first)).toMatchObject({ workUntil: expect.any(String) });
    await app.sql(`update certificates set valid_to = '2025-01-09' where id = $1`, [first]);
    expect(await scanned(await add({}))).toEqual({ reading: 'same', workUntil: null });
  });

  it('by a scan after somebody looked and found nothing, or by a record after a revoked one', async () => {
    const { add, scanned, first } = await entered(911);
    await inspector.must(`/certificates/${first}/lookups`, {
      answer: 'not-found',
      screenshotId: await screenshot(inspector),
    });
    expect(await scanned(first)).toEqual({ reading: 'same', workUntil: null });
    await inspector.must(`/certificates/${first}/revoke`, { reason: '官网查无此证' });
    expect(await scanned(await add({}))).toEqual({ reading: 'same', workUntil: null });
  });

  it('but a renewal of a verified card is scanned like any other', async () => {
    const { add, scanned, first } = await entered(912);
    await scanned(first);
    for (const method of ['import', 'adapter'])
      expect(await inspector.post(`/certificates/${first}/verify`, { method })).toMatchObject({
        status: 422,
        body: { errors: [{ path: 'note', code: 'certificate.source-missing' }] },
      });
    await inspector.must(`/certificates/${first}/verify`, { method: 'evidence', note: '原件' });
    await app.sql(`update certificates set valid_to = '2025-01-09' where id = $1`, [first]);
    expect(await scanned(await add({}))).toMatchObject({ workUntil: expect.any(String) });
  });
});

describe('the end of a certificate', () => {
  it('is told once at each threshold', async () => {
    const idNumber = inventedIdNumber(902);
    const phone = inventedPhone(902);
    const { id } = (await site.admin.must('/welders', { name: '到期焊工', idNumber, phone, regionCode: '411003' })) as { id: string }; // prettier-ignore
    const card = await certify(site.admin, id, idNumber);
    const now = Date.now();
    const tell = (at: number) => app.app.get(TellEndings).execute(at);
    const endsIn = (days: number) =>
      app.sql('update certificates set valid_to = $2 where id = $1', [card, shanghaiDate(now + days * DAY)]);
    const told = async () =>
      (await app.sql<{ days: number }>('select days from certificate_notices where certificate_id = $1 order by days', [card])).map(({ days }) => days); // prettier-ignore
    await endsIn(91);
    await tell(now);
    expect(await told()).toEqual([]);
    await Promise.all([tell(now + DAY), tell(now + DAY)]);
    await tell(now + 2 * DAY);
    expect(await told()).toEqual([90]);
    expect(app.lastTextTo(phone)).toContain('还剩90天');
    await tell(now + 85 * DAY);
    expect(await told()).toEqual([7, 90]);
    expect(app.lastTextTo(phone)).toContain('还剩6天');
    await tell(now + 92 * DAY);
    expect(await told()).toEqual([7, 90]);
  });
});
