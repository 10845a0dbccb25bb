import { startApp, type TestApp } from '../support/app';
import { activate, draftPermit, newSite, newUser, POINT, type Person, type Site } from '../support/site';

interface Handovers {
  readonly trade: string | null;
  readonly steps: string[];
  readonly items: { readonly state: string; readonly handedBy: string; readonly settledBy: string | null; readonly settledFor: string | null }[]; // prettier-ignore
}
interface Finding {
  readonly code: string;
  readonly severity: string;
}

let app: TestApp;
let site: Site;
let fire: Person;
let housing: Person;
let caseId: string;

beforeAll(async () => {
  app = await startApp();
  site = await newSite(app);
  const official = (roles: string[], trade: string) =>
    newUser(app, site.admin, roles, { regionCode: '411003', trades: [trade] });
  [fire, housing] = await Promise.all([official(['regulator'], 'fire'), official(['regulator'], 'housing')]);
  const found = { kind: 'no-permit', enterpriseId: site.enterpriseId, description: '无票作业', place: '测试车间', ...POINT }; // prettier-ignore
  caseId = String((await fire.must('/violations', found))['id']);
}, 120_000);
afterAll(() => app?.close());

const shown = async (who: Person): Promise<Handovers> =>
  (await who.get(`/violations/${caseId}/handovers`)).body as Handovers;
const commands = async (who: Person): Promise<string[]> =>
  ((await who.get(`/violations/${caseId}`)).body as { commands: string[] }).commands;
const waits = async (who: Person): Promise<boolean> => {
  const { items } = (await who.get('/tasks?mine=true')).body as { items: { kind: string; entity: { id: string } }[] };
  return items.some(({ kind, entity }) => kind === 'case-receive' && entity.id === caseId);
};

describe('a case goes from one department to another, with a receipt', () => {
  const hand = (who: Person, trade: string) =>
    who.post(`/violations/${caseId}/handovers`, { trade, reason: '属于施工现场' });

  it('waits for the other side, and nobody decides meanwhile', async () => {
    expect((await site.safety.post(`/violations/${caseId}/handovers`, { trade: 'fire', reason: '不归我' })).status).toBe(403); // prettier-ignore
    expect((await hand(fire, 'astrology')).status).toBe(422);
    expect(await hand(fire, 'housing')).toMatchObject({ status: 200, body: { trade: null, steps: ['take-back'] } });
    expect(await hand(fire, 'market')).toMatchObject({ status: 409, body: { code: 'violation.handover-waiting' } });
    expect(await waits(housing)).toBe(true);
    expect(await waits(fire)).toBe(false);
    expect((await shown(housing)).steps).toEqual(['receive', 'refuse']);
    expect(await commands(housing)).toEqual([]);
    const assign = { enterpriseId: site.enterpriseId };
    expect(await fire.post(`/violations/${caseId}/commands/assign`, assign)).toMatchObject({
      status: 409,
      body: { code: 'violation.handover-waiting' },
    });
    expect(await fire.post(`/violations/${caseId}/handovers/receive`)).toMatchObject({
      status: 403,
      body: { code: 'violation.handover-own' },
    });
  });

  it('is refused with a reason, taken back, and at last received; both sides see all of it', async () => {
    expect((await housing.post(`/violations/${caseId}/handovers/refuse`, {})).status).toBe(422);
    await housing.must(`/violations/${caseId}/handovers/refuse`, { reason: '不是工地' });
    expect((await commands(fire)).length).toBeGreaterThan(0);
    await hand(fire, 'housing');
    await fire.must(`/violations/${caseId}/handovers/take-back`);
    await hand(fire, 'housing');
    await housing.must(`/violations/${caseId}/handovers/receive`);
    const seen = await shown(fire);
    expect(seen.trade).toBe('housing');
    expect(seen.items.map(({ state, settledFor }) => [state, settledFor])).toEqual([
      ['refused', '不是工地'],
      ['taken-back', null],
      ['received', null],
    ]);
    expect(seen.items.every(({ handedBy, settledBy }) => handedBy !== '' && settledBy !== '')).toBe(true);
    expect(await shown(housing)).toMatchObject({ items: seen.items });
    expect(await commands(fire)).toEqual([]);
    expect(await fire.post(`/violations/${caseId}/commands/assign`, { enterpriseId: site.enterpriseId })).toMatchObject({ status: 403, body: { code: 'violation.other-trade' } }); // prettier-ignore
    await housing.must(`/violations/${caseId}/commands/assign`, { enterpriseId: site.enterpriseId });
    await site.safety.must(`/violations/${caseId}/commands/rectify`, { note: '已补办作业票' });
    const trail = await app.sql<{ action: string }>(`select action from audit_entries where entity_id = $1 and action like 'violation.department-%' order by id`, [caseId]); // prettier-ignore
    expect(trail.map(({ action }) => action.slice('violation.department-'.length))).toEqual(
      ['hand-over', 'refuse', 'hand-over', 'take-back', 'hand-over', 'receive'],
    ); // prettier-ignore
  });
});

describe('a welder leaves an enterprise', () => {
  const end = (who: Person, body: object = {}) =>
    who.post(`/welders/${site.welderId}/employments/end`, { reason: '合同到期', ...body });
  const asked = { machineCode: '', ...POINT, accuracyM: 5 };
  const findings = async (): Promise<string[]> => {
    const { findings: found } = (await site.welder.must('/authorizations', { ...asked, machineCode: site.machineCode })) as unknown as { findings: Finding[] }; // prettier-ignore
    return found.filter(({ severity }) => severity === 'block').map(({ code }) => code);
  };

  it('not while at work, and not by whom it does not concern', async () => {
    const { enterpriseId, machineId } = site;
    const gas = await site.admin.must('/machines', {
      ...{ model: 'G01-30', process: 'GAS', enterpriseId, regionCode: '411003', serialNumber: 'GAS-1' },
      inspectionDueOn: '2030-01-01',
    });
    const permit = String((await draftPermit(site, { machineIds: [machineId, gas['id']] }))['id']);
    await activate(site, permit);
    expect(await findings()).not.toContain('permit.welder-not-named');
    const photo = await app.request
      .post('/api/v1/files')
      .set('authorization', `Bearer ${site.welder.token}`)
      .attach('file', await app.photo(), 'start.jpg');
    const photoId = (photo.body as { id: string }).id;
    const { id } = await site.welder.must('/jobs', { ...asked, machineCode: gas['code'], permitId: permit, photoId });
    expect(await end(site.manager)).toMatchObject({ status: 409, body: { code: 'employment.at-work' } });
    await site.welder.must(`/jobs/${String(id)}/finish`);
    expect((await end(site.watcher)).status).toBe(403);
    const far = await newUser(app, site.admin, ['regulator'], { regionCode: '411002' });
    expect((await end(far)).status).toBe(404);
  });

  it('by the manager: the history says so, and open permits of the enterprise give no power', async () => {
    const { openPermits } = (await site.welder.get(`/welders/${site.welderId}/employments`)).body as { openPermits: { state: string }[] }; // prettier-ignore
    expect(openPermits.map(({ state }) => state)).toEqual(['active']);
    const ended = await end(site.manager);
    expect(ended).toMatchObject({
      status: 200,
      body: { items: [{ enterpriseId: site.enterpriseId, endReason: '合同到期', mayEnd: false }], openPermits },
    });
    expect(await findings()).toContain('permit.welder-not-named');
    expect((await site.manager.get(`/welders/${site.welderId}`)).status).toBe(404);
    expect((await site.welder.get(`/welders/${site.welderId}`)).body).toMatchObject({ enterpriseId: null });
    expect(await end(site.welder, { enterpriseId: site.enterpriseId })).toMatchObject({
      status: 409,
      body: { code: 'employment.none' },
    });
  });
});
