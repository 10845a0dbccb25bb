import { startApp, type TestApp } from '../../support/app';
import { draftPermit, newSite, newUser, type Person, type Site } from '../../support/site';

interface Seen {
  readonly state: string;
  readonly signatures: readonly { readonly title: string; readonly bothSeats: boolean; readonly name: string }[];
  readonly awaited: readonly { readonly missing: boolean; readonly signers: readonly string[] }[];
}

let app: TestApp;
let site: Site;
let regulator: Person;
beforeAll(async () => {
  app = await startApp();
  site = await newSite(app);
  regulator = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
  await site.admin.must(`/users/${site.safety.userId}/disable`);
}, 120_000);
afterAll(() => app?.close());

const confirm = (headcount: number, by = regulator) =>
  by.post(`/enterprises/${site.enterpriseId}/headcount`, { headcount, note: '现场查看' });
const seen = async (id: string): Promise<Seen> => (await site.manager.get(`/permits/${id}`)).body as Seen;
const drafted = async (): Promise<string> => String((await draftPermit(site))['id']);

describe('a firm of ten people or fewer: the boss holds both seats with one signature', () => {
  it('not by its own word: an unconfirmed firm needs its safety officer', async () => {
    const id = await drafted();
    expect((await seen(id)).awaited.map(({ missing }) => missing)).toEqual([true, false]);
    const { body } = await site.manager.command(id, 'submit').expect(409);
    expect(body).toMatchObject({ code: 'permit.approver-missing' });
    await confirm(3, site.manager).expect(403);
    await confirm(3, site.head).expect(403);
  });

  it('a confirmed number is on record, with who saw it', async () => {
    const { body } = await confirm(8).expect(200);
    expect(body).toMatchObject({ headcount: 8, headcountConfirmedAt: expect.any(String) });
    const audit = await app.sql('select after from audit_entries where action = $1', [
      'enterprise.headcount-confirmed',
    ]);
    expect(audit).toEqual([{ after: { headcount: 8, note: '现场查看' } }]);
    await confirm(0).expect(422);
  });

  it('then the head signs once, and the permit shows one person on two seats', async () => {
    const id = await drafted();
    expect((await seen(id)).awaited.map(({ missing }) => missing)).toEqual([false, false]);
    await site.manager.must(`/permits/${id}/commands/submit`);
    const answer = await site.head.command(id, 'approve').expect(200);
    expect(answer.body).toMatchObject({
      state: 'approved',
      awaited: [],
      signatures: [{ title: '安全管理人员、单位负责人', bothSeats: true, role: 'enterprise-head' }],
    });
    const pdf = await site.manager.get(`/permits/${id}/permit.pdf`);
    expect(pdf.status).toBe(200);
  });

  it('a head who applied needs somebody else', async () => {
    const id = String((await draftPermit({ ...site, manager: site.head }))['id']);
    const { body } = await site.head.command(id, 'submit').expect(409);
    expect(body).toMatchObject({ code: 'permit.approver-missing' });
  });

  it('a number confirmed more than a year ago is none', async () => {
    await app.sql(`update enterprises set headcount_confirmed_at = now() - interval '366 days' where id = $1`, [
      site.enterpriseId,
    ]);
    await site.manager.command(await drafted(), 'submit').expect(409);
  });

  it('more accounts than ten speak against the confirmed number, and so does an eleventh person', async () => {
    await confirm(11).expect(200);
    await site.manager.command(await drafted(), 'submit').expect(409);
    await confirm(8).expect(200);
    const { enterpriseId } = site;
    for (let n = 0; n < 7; n += 1) await newUser(app, site.admin, ['fire-watcher'], { enterpriseId });
    await site.manager.command(await drafted(), 'submit').expect(409);
  });
});
