import { startApp, type TestApp } from '../../support/app';
import { newSite, newUser, type Person, type Site } from '../../support/site';

interface Listed {
  readonly id: string;
  readonly kind: string;
  readonly majorHazard: boolean;
  readonly severity: number;
  readonly welderName: string | null;
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('D24 a certificate marked as forged', () => {
  let app: TestApp;
  let site: Site;
  let inspector: Person;
  let regulator: Person;
  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    inspector = await newUser(app, site.admin, ['inspector'], { regionCode: '411003' });
    regulator = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
  }, 120_000);
  afterAll(() => app?.close());

  it('is a case by itself, told to the principal, and is handed to the police', async () => {
    const { items: cards } = (await inspector.get(`/welders/${site.welderId}/certificates`)).body as { items: { id: string }[] }; // prettier-ignore
    await inspector.must(`/certificates/${cards[0]!.id}/forged`, { reason: '编号查无此证' });
    let found: Listed | undefined;
    for (let tries = 0; tries < 40 && !found; tries += 1) {
      await wait(500);
      const { items } = (await regulator.get('/violations?kind=forged-certificate')).body as { items: Listed[] };
      found = items[0];
    }
    expect(found).toMatchObject({ majorHazard: true, severity: 3, welderName: expect.any(String) });
    const { items: major } = (await regulator.get('/violations?majorHazard=true')).body as { items: Listed[] };
    expect(major.map(({ id }) => id)).toEqual([found!.id]);
    const shown = async () => (await regulator.get(`/violations/${found!.id}`)).body as { toldAt: string | null; evidence: string[]; commands: string[] }; // prettier-ignore
    expect((await shown()).evidence.join()).toContain('监管人员核实该操作证系伪造');
    for (let tries = 0; tries < 40 && (await shown()).toldAt === null; tries += 1) await wait(500);
    expect((await shown()).toldAt).toEqual(expect.any(String));
    const handed = await regulator.post(`/violations/${found!.id}/commands/hand-over`, { note: '移送〔2026〕3号' });
    expect(handed).toMatchObject({ status: 200, body: { handedOverAt: expect.any(String), state: 'open' } });

    // who made and sold the card is for market regulation, which signs a receipt
    const market = await newUser(app, site.admin, ['regulator'], { regionCode: '411003', trades: ['market'] });
    const way = `/violations/${found!.id}/handovers`;
    expect((await regulator.get(way)).body).toMatchObject({ trade: null, usual: 'market' });
    expect(await inspector.post(`${way}/receive`)).toMatchObject({ status: 409 });
    await regulator.post(way, { trade: 'market', reason: '伪造操作证来源待查' });
    expect((await market.post(`${way}/receive`)).status).toBe(200);
    expect((await regulator.get(way)).body).toMatchObject({
      trade: 'market',
      items: [{ to: 'market', state: 'received', handedBy: "测试regulator", settledBy: "测试regulator", settledAt: expect.any(String) }],
    }); // prettier-ignore
    expect((await shown()).commands).toEqual([]);
  }, 60_000);
});
