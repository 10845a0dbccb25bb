import { startApp, type TestApp } from '../support/app';
import {
  activate,
  draftPermit,
  newSite,
  newUser,
  newWelder,
  PASSWORD,
  POINT,
  type Person,
  type Site,
} from '../support/site';
import { inventedPhone } from '../support/people';
import { TestChip } from '../support/test-chip';

const PIN = '274918';
const WRONG = '274919';
const UNSHOWN = 'welder.identity-unconfirmed';

let app: TestApp;
let site: Site;
let chip: TestChip;
let permitId: string;
beforeAll(async () => {
  app = await startApp();
  site = await newSite(app);
  chip = await TestChip.connect(app.mqttPort, site);
  await chip.birth();
  await chip.command('time');
  permitId = String((await draftPermit(site))['id']);
  await activate(site, permitId);
}, 120_000);
afterAll(async () => {
  await chip?.close();
  await app?.close();
});
beforeEach(() => app.sql('delete from login_failures'));

const setPin = (person: Person, body: Record<string, unknown>) =>
  app.request.put('/api/v1/me/pin').set('authorization', `Bearer ${person.token}`).send(body);

async function identityMode(mode: string): Promise<void> {
  await app.sql('delete from roll_out_modes');
  await app.sql(`insert into roll_out_modes (id, region_code, topic, mode, valid_from) values ('R1', '411003', 'identity', $1, now() - interval '1 day')`, [mode]); // prettier-ignore
}

async function photoBy(person: Person): Promise<string> {
  const answer = await app.request
    .post('/api/v1/files')
    .set('authorization', `Bearer ${person.token}`)
    .attach('file', await app.photo(), 'face.jpg');
  return (answer.body as { id: string }).id;
}

interface Asked {
  allowed: boolean;
  findings: { code: string; severity: string; message: string; remedy: string }[];
}
const at = () => ({ machineCode: site.machineCode, permitId, ...POINT, accuracyM: 10 });
async function ask(person: Person, identity: Record<string, string>, more = {}): Promise<Asked> {
  return (await person.post('/authorizations', { ...at(), identity, ...more }).expect(200)).body as Asked;
}
const severities = ({ findings }: Asked): string[] => findings.map(({ code, severity }) => `${code} ${severity}`);

describe('a welder sets a PIN', () => {
  it('for the current password; neither a simple one nor one without proof is taken', async () => {
    expect((await site.welder.get('/me/pin')).body).toEqual({ set: false, setAt: null });
    const refused = async (body: Record<string, unknown>) => {
      const answer = await setPin(site.welder, body);
      return `${answer.status} ${(answer.body as { code: string }).code}`;
    };
    expect(await refused({ pin: '123456', current: PASSWORD })).toBe('422 pin.too-simple');
    expect(await refused({ pin: '411003', current: PASSWORD })).toBe('422 pin.of-own-number');
    expect(await refused({ pin: '27491', current: PASSWORD })).toBe('422 pin.malformed');
    expect(await refused({ pin: PIN })).toBe('422 self.unproven');
    expect(await refused({ pin: PIN, current: 'Another-Password-1' })).toBe('403 user.wrong-password');
    expect(await refused({ pin: PIN, code: '000000' })).toBe('409 self.no-phone');
    expect((await site.welder.get('/me/pin')).body).toMatchObject({ set: false });
    await setPin(site.welder, { pin: PIN, current: PASSWORD }).expect(200);
    expect((await site.welder.get('/me/pin')).body).toMatchObject({ set: true });
  });

  it('or for the code by text message, once', async () => {
    const phone = inventedPhone(7001);
    await app.sql('select 1');
    const { id } = await newWelder(app, site.admin, { certified: false });
    await app.sql('update users set welder_id = null where welder_id = $1', [id]);
    const person = await newUser(app, site.admin, ['welder'], { welderId: id, phone });
    await app.request
      .post('/api/v1/auth/code')
      .send({ phone })
      .expect((answer) => answer.status < 300);
    const code = /\d{6}/.exec(app.lastTextTo(phone))?.[0] ?? '';
    expect((await setPin(person, { pin: PIN, code: code === '111111' ? '222222' : '111111' })).body).toMatchObject({ code: 'self.wrong-code' }); // prettier-ignore
    await setPin(person, { pin: PIN, code }).expect(200);
  });

  it('who is no welder has none', async () => {
    expect((await setPin(site.watcher, { pin: PIN, current: PASSWORD }).expect(409)).body).toMatchObject({ code: 'pin.not-a-welder' }); // prettier-ignore
  });

  it('kept is a hash, and the trail does not know it', async () => {
    const [{ pin_hash: hash } = { pin_hash: '' }] = await app.sql<{ pin_hash: string }>('select pin_hash from welder_pins where user_id = $1', [site.welder.userId]); // prettier-ignore
    expect(hash).toContain('argon2id');
    const trail = await app.sql('select * from audit_entries');
    expect(JSON.stringify(trail)).toContain('pin.set');
    expect(JSON.stringify(trail)).not.toContain(PIN);
  });
});

describe('at the machine', () => {
  it('enforce: the right one lets the welder work, a wrong one does not, also beside a photo', async () => {
    await identityMode('enforce');
    expect(severities(await ask(site.welder, {}))).toContain(`${UNSHOWN} block`);
    expect(await ask(site.welder, { pin: PIN })).toMatchObject({ allowed: true });
    const photoId = await photoBy(site.welder);
    expect(await ask(site.welder, { photoId })).toMatchObject({ allowed: true });
    const wrong = await ask(site.welder, { pin: WRONG, photoId });
    expect(wrong.allowed).toBe(false);
    expect(wrong.findings.find(({ code }) => code === UNSHOWN)).toMatchObject({
      severity: 'block',
      message: expect.stringContaining('身份密码不对'),
      remedy: expect.stringContaining('重新输入'),
    });
    expect(await ask(site.welder, { pin: PIN })).toMatchObject({ allowed: true });
  });

  it('warn and observe: it lets work begin and says what is wrong', async () => {
    await identityMode('warn');
    const warned = await ask(site.welder, { pin: WRONG });
    expect([warned.allowed, severities(warned)]).toEqual([true, expect.arrayContaining([`${UNSHOWN} warn`])]);
    await identityMode('observe');
    expect(severities(await ask(site.welder, { pin: WRONG }))).toContain(`${UNSHOWN} observe`);
    expect(severities(await ask(site.welder, { pin: PIN })).join()).not.toContain(UNSHOWN);
  });

  it('on the watcher’s phone it counts only together with the live photo', async () => {
    await identityMode('enforce');
    const more = { welderCode: site.welderCode };
    const alone = await ask(site.watcher, { pin: PIN }, more);
    expect(severities(alone)).toEqual(expect.arrayContaining([`${UNSHOWN} block`, 'welder.photo-missing block']));
    const photoId = await photoBy(site.watcher);
    expect(await ask(site.watcher, { pin: PIN, photoId }, more)).toMatchObject({ allowed: true });
    expect(await ask(site.watcher, { pin: WRONG, photoId }, more)).toMatchObject({ allowed: false });
  });

  it('a stranger learns nothing of it and cannot make it rest', async () => {
    const stranger = await newUser(app, site.admin, ['fire-watcher'], {
      enterpriseId: (await newSite(app)).enterpriseId,
    });
    for (let i = 0; i < 6; i += 1)
      await stranger.post('/authorizations', { ...at(), welderCode: site.welderCode, identity: { pin: WRONG } }).expect(403); // prettier-ignore
    expect(await ask(site.welder, { pin: PIN })).toMatchObject({ allowed: true });
  });

  it('after five wrong ones it rests for 15 minutes, also many at once; a photo still does', async () => {
    const tries = await Promise.all(Array.from({ length: 8 }, () => ask(site.welder, { pin: WRONG })));
    const said = (one: Asked): string => one.findings.find(({ code }) => code === UNSHOWN)?.message ?? '';
    expect(tries.filter((one) => said(one).includes('身份密码不对'))).toHaveLength(5);
    expect(tries.filter((one) => said(one).includes('暂停使用'))).toHaveLength(3);
    expect(await ask(site.welder, { pin: PIN })).toMatchObject({ allowed: false });
    expect(await ask(site.welder, { photoId: await photoBy(site.welder) })).toMatchObject({ allowed: true });
    const trail = await app.sql<{ after: { rests: boolean } }>(`select after from audit_entries where action = 'pin.wrong' order by id desc limit 5`); // prettier-ignore
    expect(trail.filter(({ after }) => after.rests)).toHaveLength(1);
    await setPin(site.welder, { pin: '381047', current: PASSWORD }).expect(200);
    expect(await ask(site.welder, { pin: '381047' })).toMatchObject({ allowed: true });
  });

  it('a job begins with it, and a handover compares the next welder’s only with a photo', async () => {
    const started = await site.welder.post('/jobs', { ...at(), identity: { pin: '381047' } }).expect(201);
    const unlock = await chip.command('unlock');
    await chip.reply(unlock, { ok: true, relay: 'closed' });
    const jobId = String((started.body as { id: string }).id);
    const [stored] = await app.sql<{ facts: { asked: { pin: string } } }>(`select facts from decisions where purpose = 'start' order by id desc limit 1`); // prettier-ignore
    expect(stored?.facts.asked.pin).toBe('right');
    const handed = await site.welder.post(`/jobs/${jobId}/handover`, { welderCode: site.welderCode, ...POINT, accuracyM: 10, identity: { pin: WRONG } }); // prettier-ignore
    expect(handed.status).toBe(403);
    expect(JSON.stringify(handed.body)).toContain('身份密码不对');
    expect((await site.welder.get(`/jobs/${jobId}`)).body).toMatchObject({ state: 'running' });
  });
});
