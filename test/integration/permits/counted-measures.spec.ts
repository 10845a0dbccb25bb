import { allNo } from '../../support/answers';
import { startApp, type TestApp } from '../../support/app';
import { newSite, newUser, POINT, type Site } from '../../support/site';

interface Measure {
  readonly code: string;
  readonly confirmed: boolean;
  readonly numberAsked: string | null;
  readonly number: number | null;
}

/** Lines 2 and 8 of form A.1 have a blank for a number: it is asked for where the line is confirmed. */
describe('a number beside a measure', () => {
  let app: TestApp;
  let site: Site;
  let permitId: string;

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app, 'chemical');
    const applicant = await newUser(app, site.admin, ['enterprise-manager'], { enterpriseId: site.enterpriseId });
    const draft = await applicant.must('/permits', {
      ...{ regime: 'chemical', level: 'special', enterpriseId: site.enterpriseId, gases: ['methane'] },
      place: { name: '测试储罐区', ...POINT, radiusM: 100 },
      ...{ content: '罐体接管焊接', method: '氩弧焊', answers: allNo('chemical') },
      plannedStart: new Date(Date.now()).toISOString(),
      plannedEnd: new Date(Date.now() + 6 * 3_600_000).toISOString(),
      ...{ welderIds: [site.welderId], machineIds: [site.machineId], fireWatchId: site.watcher.userId },
    });
    permitId = String(draft['id']);
    await applicant.must(`/permits/${permitId}/commands/submit`);
    for (const signer of [site.safety, site.head])
      await signer.must(`/permits/${permitId}/commands/approve`, { ...POINT, accuracyM: 8 });
    await site.head.must(`/permits/${permitId}/commands/issue`);
    await site.watcher.must(`/permits/${permitId}/commands/fire-watch-on`, POINT);
  }, 120_000);
  afterAll(() => app?.close());

  const tick = (items: object[]) => site.watcher.command(permitId, 'measures', { items });
  const measure = async (code: string): Promise<Measure | undefined> =>
    ((await site.watcher.get(`/permits/${permitId}`)).body as { measures: Measure[] }).measures.find(
      (one) => one.code === code,
    );

  it('is asked for at the lines of the form, and may stay empty', async () => {
    expect(await measure('blinds-fitted')).toMatchObject({ numberAsked: '盲板（块）', number: null });
    expect(await measure('extinguishers-ready')).toMatchObject({ numberAsked: '灭火器（具）', number: null });
    expect(await measure('drains-covered')).toMatchObject({ numberAsked: null, number: null });
    await tick([{ code: 'extinguishers-ready', confirmed: true }]).expect(200);
    expect(await measure('extinguishers-ready')).toMatchObject({ confirmed: true, number: null });
  });

  it('is kept, mended by whoever sends it again, and goes with its tick', async () => {
    await tick([{ code: 'blinds-fitted', confirmed: true, number: 3 }]).expect(200);
    expect(await measure('blinds-fitted')).toMatchObject({ confirmed: true, number: 3 });
    await tick([{ code: 'blinds-fitted', confirmed: true }]).expect(200);
    expect(await measure('blinds-fitted')).toMatchObject({ number: 3 });
    await tick([{ code: 'blinds-fitted', confirmed: true, number: 4 }]).expect(200);
    expect(await measure('blinds-fitted')).toMatchObject({ number: 4 });
    await tick([{ code: 'blinds-fitted', confirmed: false }]).expect(200);
    expect(await measure('blinds-fitted')).toMatchObject({ confirmed: false, number: null });
  });

  it.each<[string, object, string]>([
    ['beside a line that asks for none', { code: 'drains-covered', number: 2 }, 'permit.measure-not-counted'],
    ['below nothing', { code: 'blinds-fitted', number: -1 }, 'request.invalid'],
    ['beyond sense', { code: 'blinds-fitted', number: 1e9 }, 'request.invalid'],
    ['no number', { code: 'blinds-fitted', number: '三' }, 'request.invalid'],
  ])('%s it is refused', async (_, item, code) => {
    const { body } = await tick([{ confirmed: true, ...item }]).expect(422);
    expect(body).toMatchObject({ code });
  });
});
