import { RegisterUser } from '../../../src/modules/identity/register-user';
import { startApp, type TestApp } from '../../support/app';
import { inventedIdNumber } from '../../support/people';
import { draftPermit, newSite, newUser, PASSWORD, signIn, type Person, type Site } from '../../support/site';

let app: TestApp;
let site: Site;
let regulator: Person;
let newcomer: Person;
beforeAll(async () => {
  app = await startApp();
  site = await newSite(app);
  regulator = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
}, 120_000);
afterAll(() => app?.close());

/** As an enterprise makes an account for one of its own people. */
async function made(username: string, roles: ['safety-officer'] | ['fire-watcher']): Promise<string> {
  const { enterpriseId } = site;
  const by = { userId: site.manager.userId, name: '测试', roles: ['enterprise-manager'], regionCode: null, welderId: null, address: null }; // prettier-ignore
  const scope = { kind: 'enterprise', enterpriseId, userId: by.userId } as const;
  const result = await app.app
    .get(RegisterUser)
    .execute(
      { caller: { ...by, enterpriseId, scope }, language: 'zh-CN', at: Date.now() },
      { username, password: PASSWORD, name: '测试新人', roles, enterpriseId },
    );
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value.id;
}
const confirm = (id: string, idNumber: string, by = regulator) => by.post(`/users/${id}/confirm`, { idNumber });
const waiting = async (by = regulator): Promise<string[]> =>
  ((await by.get('/users?waiting=true')).body as { items: { id: string }[] }).items.map(({ id }) => id);

describe('one identity has one account, and seat holders are confirmed by an official', () => {
  it('an account that an official makes is confirmed by that', async () => {
    expect(await waiting()).toEqual([]);
    const { body } = await regulator.get(`/users/${site.safety.userId}`);
    expect(body).toMatchObject({ seatWaitingSince: null, seatSource: 'registered' });
  });

  it('one that the enterprise makes may sign in, waits, and signs nothing', async () => {
    const id = await made('newcomer', ['safety-officer']);
    newcomer = await signIn(app, 'newcomer');
    expect(await waiting()).toEqual([id]);
    const watcher = await made('watcher-2', ['fire-watcher']);
    expect(await waiting()).not.toContain(watcher);
    const permit = String((await draftPermit(site))['id']);
    await site.manager.must(`/permits/${permit}/commands/submit`);
    const { body } = await newcomer.command(permit, 'approve').expect(403);
    expect(body).toMatchObject({ code: 'permit.seat-unconfirmed', detail: expect.stringContaining('监管人员确认') });
  });

  it('neither the enterprise nor another county confirms it', async () => {
    await confirm(newcomer.userId, inventedIdNumber(900), site.manager).expect(403);
    const elsewhere = await newUser(app, site.admin, ['regulator'], { regionCode: '411002' });
    expect(await waiting(elsewhere)).toEqual([]);
    await confirm(newcomer.userId, inventedIdNumber(900), elsewhere).expect(404);
  });

  it('once confirmed it signs at once; it is on record, and the number is not', async () => {
    await confirm(newcomer.userId, '411003190101011234').expect(422);
    const idNumber = inventedIdNumber(900);
    const { body } = await confirm(newcomer.userId, idNumber).expect(200);
    expect(body).toMatchObject({ seatWaitingSince: null, seatSource: 'confirmed' });
    const trail = await app.sql(`select * from audit_entries where action = 'user.seat-confirmed'`);
    expect(trail).toHaveLength(1);
    expect(JSON.stringify(trail)).not.toContain(idNumber);
    const permit = String((await draftPermit(site))['id']);
    await site.manager.must(`/permits/${permit}/commands/submit`);
    await newcomer.must(`/permits/${permit}/commands/approve`);
    await confirm(newcomer.userId, idNumber).expect(409);
  });

  it('the same person gets no second seat, also under another name', async () => {
    const second = await made('newcomer-2', ['safety-officer']);
    const { body } = await confirm(second, inventedIdNumber(900)).expect(409);
    expect(body).toMatchObject({ code: 'user.identity-taken' });
    expect(await waiting()).toEqual([second]);
  });
});
