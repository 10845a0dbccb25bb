import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shanghaiDate } from '../../src/kernel/time';
import { verifyDraw, type PublishedDraw } from '../../src/domain/inspections/verify-draw';
import { startApp, type TestApp } from '../support/app';
import { newUser, signIn, type Person } from '../support/site';

type Body = Record<string, unknown>;
const HOUR = 3_600_000;
const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
const VALUE_A = '第一位检查人员随手写下的一串字 8f3a91';
const VALUE_B = 'another official types something long 77';

describe('inspections by lot: nobody chooses whom and who', () => {
  let app: TestApp;
  let admin: Person;
  let regulator: Person;
  let one: Person;
  let two: Person;
  let targets: string[];
  beforeAll(async () => {
    app = await startApp();
    admin = await signIn(app, 'admin', app.adminPassword);
    regulator = await newUser(app, admin, ['regulator'], { regionCode: '411003' });
    one = await newUser(app, admin, ['inspector'], { regionCode: '411003001' });
    two = await newUser(app, admin, ['inspector'], { regionCode: '411003002' });
    targets = [];
    for (let n = 0; n < 6; n += 1) {
      const firm = await admin.must('/enterprises', {
        name: `抽查企业${n}`, kind: 'individual', regionCode: n % 2 ? '411003001' : '411003002',
        industry: n === 0 ? 'chemical' : 'manufacturing', contactName: '测试', contactPhone: `1990000100${n}`,
      }); // prettier-ignore
      targets.push(String(firm['id']));
    }
  }, 120_000);
  afterAll(() => app?.close());

  const publish = async (more: Body = {}) =>
    regulator.must('/inspections/draws', {
      name: '四季度双随机', regionCode: '411003', count: 3, officerIds: [one.userId, two.userId], officersPerTarget: 1, ...more,
    }); // prettier-ignore
  const open = async (id: unknown) => (await app.request.get(`/api/v1/inspections/draws/${String(id)}`)).body as Body;
  const commit = (by: Person, id: unknown, value: string) =>
    by.post(`/inspections/draws/${String(id)}/commit`, { hash: sha(value) });
  const reveal = (by: Person, id: unknown, value: string) =>
    by.post(`/inspections/draws/${String(id)}/reveal`, { value });
  /** Signed in anew: a session does not outlive a day. */
  const again = async ({ userId }: Person): Promise<Person> =>
    signIn(app, (await app.sql<{ username: string }>('select username from users where id = $1', [userId]))[0]!.username); // prettier-ignore
  const upload = async (by: Person): Promise<string> => {
    const file = await app.request.post('/api/v1/files').set('authorization', `Bearer ${by.token}`).attach('file', await app.photo(), 'a.jpg'); // prettier-ignore
    return (file.body as { id: string }).id;
  };

  it('the list is published with its hash before anybody commits, and is refused where it cannot be served', async () => {
    const refused = async (more: Body, code: string) => {
      const body = { name: '抽查', regionCode: '411003', count: 3, officerIds: [one.userId], officersPerTarget: 1, ...more }; // prettier-ignore
      expect((await regulator.post('/inspections/draws', body)).body).toMatchObject({ code });
    };
    await refused({ regionCode: '411002' }, 'draw.outside-region');
    await refused({ officerIds: ['nobody'] }, 'draw.officer-unfit');
    await refused({ officersPerTarget: 2 }, 'draw.target-unserved');
    await refused({ exclusions: [{ officerId: one.userId, targetId: 'x', reason: '亲属' }] }, 'draw.exclusion-unknown');
    await refused({ exclusions: [{ officerId: one.userId, targetId: targets[0], reason: '亲属' }] }, 'draw.target-unserved'); // prettier-ignore
    await refused({ crossTown: true }, 'draw.target-unserved');
    await refused({ dueOn: '2020-01-01' }, 'inspection.due-passed'); // the pairs of such a draw would be public at once
    const grid = await newUser(app, admin, ['grid-worker'], { regionCode: '411003001' });
    const left = await newUser(app, admin, ['inspector'], { regionCode: '411003001' });
    await app.sql('update users set disabled_at = now() where id = $1', [left.userId]);
    for (const unfit of [grid, left]) {
      await refused({ officerIds: [one.userId, unfit.userId] }, 'draw.officer-unfit');
      const planned = { kind: 'hot-work', enterpriseId: targets[1], officerIds: [unfit.userId] };
      expect((await regulator.post('/inspections', planned)).body).toMatchObject({ errors: [{ code: 'draw.officer-unfit' }] }); // prettier-ignore
    }
    expect((await one.post('/inspections/draws', {})).status).toBe(403);
    const draw = await publish();
    expect(draw).toMatchObject({ state: 'published', listHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    expect(await open(draw['id'])).toMatchObject({ listHash: draw['listHash'], seed: null, pairs: null });
    expect(JSON.stringify(await open(draw['id']))).not.toMatch(/1990000|测试"/);
    await expect(app.sql(`update inspection_draws set list = '{}' where id = $1`, [draw['id']])).rejects.toThrow(/not changed/); // prettier-ignore
    await expect(app.sql('delete from inspection_draws')).rejects.toThrow(/permission denied/);
  });

  it('two officers commit and reveal; a value that was not committed is refused; anybody draws again', async () => {
    const { id, listHash } = await publish();
    expect((await reveal(one, id, VALUE_A)).body).toMatchObject({ code: 'draw.not-now' });
    expect((await commit(one, id, VALUE_A)).status).toBe(200);
    expect((await commit(one, id, VALUE_B)).body).toMatchObject({ code: 'draw.committed-already' });
    expect((await commit(two, id, VALUE_A)).body).toMatchObject({ code: 'draw.hash-copied' });
    expect((await reveal(one, id, VALUE_A)).body).toMatchObject({ code: 'draw.not-now' });
    expect((await commit(two, id, VALUE_B)).body).toMatchObject({ state: 'committed', seed: null });
    expect((await commit(regulator, id, 'a third value of theirs')).body).toMatchObject({ code: 'draw.not-now' });
    expect((await reveal(regulator, id, VALUE_A)).body).toMatchObject({ code: 'draw.not-committed' });
    expect((await reveal(one, id, VALUE_B)).body).toMatchObject({ code: 'draw.value-not-committed' });
    expect((await reveal(one, id, VALUE_A)).body).toMatchObject({ seed: null });
    expect((await reveal(one, id, VALUE_A)).body).toMatchObject({ code: 'draw.revealed-already' });
    const drawn = (await reveal(two, id, VALUE_B)).body as Body & PublishedDraw;
    expect(drawn).toMatchObject({ state: 'drawn', seed: sha(`${VALUE_A}\n${VALUE_B}\n${String(listHash)}`) });
    expect(drawn.pairs).toHaveLength(3);
    expect(drawn.pairs?.every(({ officerIds }) => officerIds.length === 1)).toBe(true);

    const inCharge = (await one.get(`/inspections/draws/${String(id)}`)).body as PublishedDraw;
    expect(verifyDraw(inCharge, String(listHash))).toEqual([]);
    expect(verifyDraw({ ...inCharge, list: { ...inCharge.list, targets: inCharge.list.targets.slice(1) } }, null)).toContain('list-changed'); // prettier-ignore
    await expect(app.sql(`update inspection_draws set pairs = '[]' where id = $1`, [id])).rejects.toThrow(/not changed/); // prettier-ignore
    const made = (await one.get(`/inspections?drawId=${String(id)}`)).body as { items: Body[] };
    const all = (await regulator.get(`/inspections?drawId=${String(id)}`)).body as { items: Body[] };
    expect(all.items).toHaveLength(3);
    expect(made.items.length).toBeLessThanOrEqual(3);
  });

  it('no firm reads that it was drawn before the visits are made; then anybody draws again', async () => {
    const { id, listHash } = await publish();
    const [first, second] = [`${VALUE_A} withheld`, `${VALUE_B} withheld`];
    for (const [by, value] of [[one, first], [two, second]] as const) await commit(by, id, value); // prettier-ignore
    for (const [by, value] of [[one, first], [two, second]] as const) await reveal(by, id, value); // prettier-ignore
    const firm = await newUser(app, admin, ['enterprise-manager'], { enterpriseId: targets[1] });
    const asked = [await open(id), (await firm.get(`/inspections/draws/${String(id)}`)).body as Body];
    for (const draw of asked) {
      expect(draw).toMatchObject({ state: 'drawn', listHash, seed: null, pairs: null, pairsWithheld: true });
      expect(JSON.stringify(draw)).not.toContain('withheld"');
    }
    await app.sql(`update inspections set state = 'looked' where draw_id = $1`, [id]);
    const told = (await open(id)) as unknown as PublishedDraw;
    expect(verifyDraw(told, String(listHash))).toEqual([]);
    expect(told.pairs).toHaveLength(3);
    await app.sql(`update inspections set state = 'planned' where draw_id = $1`, [id]);
    const next = await publish();
    expect((await commit(one, next['id'], second)).body).toMatchObject({ errors: [{ code: 'draw.hash-copied' }] });
  });

  it('the command line draws again from a file, without the platform', async () => {
    const { id } = await publish();
    const [first, second] = [`${VALUE_A} of a file`, `${VALUE_B} of a file`];
    for (const [by, value] of [[one, first], [two, second]] as const) await commit(by, id, value); // prettier-ignore
    for (const [by, value] of [[two, second], [one, first]] as const) await reveal(by, id, value); // prettier-ignore
    const draw = (await one.get(`/inspections/draws/${String(id)}`)).body as Body;
    const check = (content: Body) =>
      new Promise<{ code: number; said: string }>((resolve) => {
        const file = join(tmpdir(), `draw-${process.pid}.json`);
        writeFileSync(file, JSON.stringify(content));
        const runner = ['-r', join(__dirname, '../support/register-swc.cjs'), 'src/commands/draw-verify.ts', file];
        execFile(process.execPath, runner, (fault, said) => resolve({ code: Number(fault?.code ?? 0), said }));
      });
    expect(await check(draw)).toMatchObject({ code: 0, said: expect.stringContaining('✓') as string });
    expect(await check({ ...draw, pairs: [] })).toMatchObject({
      code: 1,
      said: expect.stringContaining('✗') as string,
    });
  });

  it('conflicts of interest and a cross-inspection between towns are kept', async () => {
    const exclusions = targets.map((targetId) => ({ officerId: one.userId, targetId, reason: '配偶任职' }));
    const three = await newUser(app, admin, ['inspector'], { regionCode: '411003001' });
    const { id } = await publish({ exclusions, crossTown: true, count: 6, officerIds: [one.userId, two.userId, three.userId, regulator.userId] }); // prettier-ignore
    const [first, second] = [`${VALUE_A} across towns`, `${VALUE_B} across towns`];
    await commit(one, id, first);
    await commit(two, id, second);
    await reveal(one, id, first);
    const { pairs, list } = (await reveal(two, id, second)).body as unknown as PublishedDraw;
    const townOf = (who: string) => [...list.targets, ...list.officers].find((each) => each.id === who)!.regionCode;
    expect(pairs!.flatMap(({ officerIds }) => officerIds)).not.toContain(one.userId);
    expect(pairs!.filter(({ targetId, officerIds }) => officerIds.some((who) => townOf(who) === townOf(targetId)))).toEqual([]); // prettier-ignore
    expect(pairs).toHaveLength(6);
  });

  it('a visit: five steps in their order, a finding that becomes a case, the signature, and a second person publishes', async () => {
    const planned = await regulator.must('/inspections', { kind: 'hot-work', enterpriseId: targets[1], officerIds: [one.userId] }); // prettier-ignore
    const id = String(planned['id']);
    expect((await one.post('/inspections', { kind: 'hot-work', enterpriseId: targets[1], officerIds: [two.userId] })).body).toMatchObject({ code: 'inspection.plan-others' }); // prettier-ignore
    const tasks = (await one.get('/tasks')).body as { items: Body[] };
    expect(tasks.items).toContainEqual(expect.objectContaining({ kind: 'inspection-visit', phonePath: `/m/inspections/${id}` })); // prettier-ignore
    const step = (by: Person, name: string, body: Body = {}) => by.post(`/inspections/${id}/steps/${name}`, body);
    const seen = (await one.get(`/inspections/${id}`)).body as { checks: { code: string }[]; open: string[] };
    expect(seen.open).toEqual(['look']);
    expect((await step(two, 'look')).status).toBe(404);
    expect((await step(one, 'explain')).body).toMatchObject({ code: 'inspection.step-not-open' });
    expect((await step(one, 'look', { answers: {} })).body).toMatchObject({ code: 'inspection.checklist-open' });
    const answers = Object.fromEntries(seen.checks.map(({ code }, n) => [code, n === 0 ? 'no' : 'yes']));
    expect((await step(one, 'look', { answers, photoId: await upload(one) })).body).toMatchObject({ state: 'looked' });
    const found = await one.post(`/inspections/${id}/findings`, { kind: 'no-permit', description: '无票动火' });
    expect(found.body).toMatchObject({ findings: 1, openCases: 1 });
    const violationId = (found.body as { findingList: { violationId: string }[] }).findingList[0]!.violationId;
    expect((await regulator.get(`/violations/${violationId}`)).body).toMatchObject({ source: 'inspection', enterpriseId: targets[1] }); // prettier-ignore
    await step(one, 'explain', { note: '已讲明危险' });
    await step(one, 'order', { note: '责令三日内整改' });
    expect((await step(one, 'sign', { signedName: '责任人' })).body).toMatchObject({ code: 'field.required' });
    const givenAt = new Date(Date.now() - HOUR).toISOString();
    expect((await step(one, 'sign', { signedName: '责任人', signatureId: await upload(one), givenAt })).body).toMatchObject({ state: 'signed' }); // prettier-ignore
    expect((await one.post(`/inspections/${id}/findings`, { kind: 'other', description: '又一处' })).body).toMatchObject({ code: 'inspection.signed-already' }); // prettier-ignore
    expect((await step(one, 'accept')).body).toMatchObject({ code: 'inspection.cases-open' });
    await app.sql(`update violations set state = 'closed', closed_at = now() where id = $1`, [violationId]);
    expect((await step(one, 'accept', { note: '已整改' })).body).toMatchObject({ state: 'accepted' });
    expect((await step(one, 'publish', { note: '合格' })).status).toBe(403);
    const results = async () => (await app.request.get('/api/v1/inspections/results?regionCode=411003')).body as { items: Body[] }; // prettier-ignore
    expect((await results()).items).toEqual([]);
    expect((await step(regulator, 'publish', { note: '发现一处，已整改' })).body).toMatchObject({ state: 'published' });
    expect((await results()).items).toMatchObject([{ enterpriseName: '抽查企业1', findings: 1, result: '发现一处，已整改' }]); // prettier-ignore
    expect(JSON.stringify(await results())).not.toContain('责任人');
    const figures = (await regulator.get('/inspections/figures')).body as { officers: Body[]; towns: Body[] };
    expect(figures.officers).toContainEqual(expect.objectContaining({ officerId: one.userId, visited: 1, findings: 1, withoutFindings: 0 })); // prettier-ignore
  });

  it('a regulator who went along does not publish; on the spot a visit begins at a scanned machine', async () => {
    const machine = await admin.must('/machines', { model: 'ZX7-400', process: 'MMA', regionCode: '411003001', enterpriseId: targets[1] }); // prettier-ignore
    const begun = await one.must('/inspections', { kind: 'equipment', machineCode: String(machine['code']) });
    expect(begun).toMatchObject({ source: 'on-spot', enterpriseId: targets[1], machineCode: machine['code'] });
    const { id } = await regulator.must('/inspections', { kind: 'premises', place: '南关街办', regionCode: '411003001', officerIds: [regulator.userId] }); // prettier-ignore
    await app.sql(`update inspections set state = 'accepted', signed_name = 'x', signature_id = (select id from files limit 1) where id = $1`, [id]); // prettier-ignore
    expect((await regulator.post(`/inspections/${String(id)}/steps/publish`, { note: '合格' })).body).toMatchObject({ code: 'inspection.own-result' }); // prettier-ignore
    await expect(app.sql(`update inspections set state = 'published', published_at = now(), published_by = $2, result = 'x' where id = $1`, [id, regulator.userId])).rejects.toThrow(/check/); // prettier-ignore
  });

  it('a drawn firm that nobody visited is told with the rest on the day after the visits were due', async () => {
    const { id, listHash } = await publish({ dueOn: shanghaiDate(Date.now()) });
    const [first, second] = [`${VALUE_A} not visited`, `${VALUE_B} not visited`];
    for (const [by, value] of [[one, first], [two, second]] as const) await commit(by, id, value); // prettier-ignore
    for (const [by, value] of [[one, first], [two, second]] as const) await reveal(by, id, value); // prettier-ignore
    expect(await open(id)).toMatchObject({ state: 'drawn', pairs: null, pairsWithheld: true });
    await app.elapse(24 * HOUR);
    expect(verifyDraw((await open(id)) as unknown as PublishedDraw, String(listHash))).toEqual([]);
    [one, two, regulator] = await Promise.all([again(one), again(two), again(regulator)]);
  });

  it('who does not reveal in time makes the draw void, and is named', async () => {
    const { id } = await publish();
    const [first, second] = [`${VALUE_A} too late`, `${VALUE_B} too late`];
    await commit(one, id, first);
    await commit(two, id, second);
    await reveal(one, id, first);
    const { id: lonely } = await publish();
    await commit(regulator, lonely, `${VALUE_A} alone`);
    await app.elapse(25 * HOUR);
    const late = await again(two);
    const answer = await reveal(late, id, second);
    expect(['draw.too-late', 'draw.not-now']).toContain((answer.body as Body)['code']);
    for (let tries = 0; tries < 80 && (await open(id))['state'] !== 'void'; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await open(id)).toMatchObject({ state: 'void', seed: null, pairs: null, notRevealedBy: ['测试inspector'] });

    // seeing a result that does not suit, and not revealing, brings neither another try nor silence about it
    const [third, fourth] = [`${VALUE_A} repeated`, `${VALUE_B} repeated`];
    const [first2, head] = [await again(one), await again(regulator)];
    const draw = { name: '重新抽取', regionCode: '411003', count: 3, officerIds: [one.userId, two.userId], officersPerTarget: 1 }; // prettier-ignore
    const repeated = await head.must('/inspections/draws', draw);
    expect(repeated).toMatchObject({ voidBefore: [{ id: lonely }, { id, name: '四季度双随机' }] });
    expect(await open(lonely)).toMatchObject({ state: 'void', notRevealedBy: [] }); // nobody can reveal alone
    expect((await commit(late, repeated['id'], `${fourth} by them`)).body).toMatchObject({ code: 'draw.left-unrevealed' }); // prettier-ignore
    await commit(first2, repeated['id'], third);
    await commit(head, repeated['id'], fourth);
    await reveal(first2, repeated['id'], third);
    expect((await reveal(head, repeated['id'], fourth)).body).toMatchObject({ state: 'drawn' });
    expect(await open(repeated['id'])).toMatchObject({ voidBefore: [{ id: lonely }, { id }] });
    const next = await head.must('/inspections/draws', draw);
    expect(next).toMatchObject({ voidBefore: [] });
    expect((await commit(late, next['id'], `${fourth} later`)).status).toBe(200);
  }, 120_000);
});
