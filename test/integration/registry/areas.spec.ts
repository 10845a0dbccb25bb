import { CodeRegistry } from '../../../src/modules/registry/code-registry';
import { BindSignboard } from '../../../src/modules/registry/areas/bind-signboard';
import { DesignateArea } from '../../../src/modules/registry/areas/designate-area';
import { FindDesignatedAreas } from '../../../src/modules/registry/areas/find-designated-areas';
import { RegistryModule } from '../../../src/modules/registry/registry.module';
import { RulesReader } from '../../../src/modules/rules/rules.reader';
import { admin, Desk, manager, must, official, refusal } from './desk';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open(RegistryModule);
  await desk.get(RulesReader).refresh();
  await desk.enterprise('E1', '411003101');
  await desk.enterprise('E2', '411003102');
});
afterAll(() => desk?.close());

const request = (change = {}) => ({
  name: '焊接车间',
  enterpriseId: 'E1',
  lat: 34.1,
  lng: 113.8,
  radiusM: 50,
  ...change,
});
const designate = (change = {}, caller = admin) => desk.get(DesignateArea).execute(desk.asked(caller), request(change));

describe('a designated area', () => {
  it('lies in its enterprise’s region and holds from now on', async () => {
    expect(must(await designate())).toMatchObject({
      regionCode: '411003101',
      validFrom: '2026-11-24T08:00:00.000Z',
      validTo: null,
      radiusM: 50,
    });
  });

  it.each([
    ['an unknown enterprise', { enterpriseId: 'NONE' }, admin, 'invalid enterprise.unknown'],
    ['another region’s enterprise', {}, official('regulator', '411002'), 'invalid enterprise.unknown'],
    [
      'an end before the beginning',
      { validTo: '2026-11-24T07:59:59Z' },
      admin,
      'invalid designated-area.dates-reversed',
    ],
    ['an end at the beginning', { validTo: '2026-11-24T08:00:00Z' }, admin, 'invalid designated-area.dates-reversed'],
    ['F11 a place at 0,0', { lat: 0, lng: 0 }, admin, 'invalid place.impossible'],
    ['F11 a place in Beijing', { lat: 39.9, lng: 116.4 }, admin, 'invalid place.beyond-region'],
    ['D7 301 m without a reason', { radiusM: 301 }, admin, 'invalid place.radius-reason-missing'],
    ['D7 301 m with a reason', { radiusM: 301, radiusReason: '堆场' }, admin, 'allowed'],
    ['an end after the beginning', { validTo: '2026-11-24T16:00:01+08:00' }, admin, 'allowed'],
  ])('%s', async (_, change, caller, expected) => expect(await refusal(designate(change, caller))).toBe(expected));

  it('is its enterprise’s and its region’s to see', async () => {
    const { id } = must(await designate({ enterpriseId: 'E2' }));
    const sees = async (caller: typeof admin, query = {}): Promise<boolean> =>
      (await desk.get(FindDesignatedAreas).list(desk.asked(caller), { limit: 100, ...query })).items.some(
        (area) => area.id === id,
      );
    expect(await sees(manager('E2'))).toBe(true);
    expect(await sees(manager('E1'))).toBe(false);
    expect(await sees(official('inspector', '4110'))).toBe(true);
    expect(await sees(official('inspector', '411003101'))).toBe(false);
    expect(await sees(admin, { enterpriseId: 'E1' })).toBe(false);
  });
});

describe('D7 the signboard of a designated area', () => {
  const here = { lat: 34.1, lng: 113.8, accuracyM: 10 };
  const bind = (id: string, proof: object, caller = official('regulator', '411003')) =>
    desk.get(BindSignboard).execute(desk.asked(caller), id, { proof });

  it('proves its place once somebody responsible scanned it there', async () => {
    await desk.query(`insert into users (id, username, name, roles, created_at) values ($1, 'board', '测试', '{regulator}', now()) on conflict do nothing`, [official('regulator', '411003').userId]); // prettier-ignore
    const { id, signboardBoundAt } = must(await designate());
    expect(signboardBoundAt).toBeNull();
    const [code = ''] = await desk.run((tx) => desk.get(CodeRegistry).issueBlank(tx, 1, desk.clock.at));
    const taken = await desk.run((tx) => desk.get(CodeRegistry).issue(tx, 'machine', 'M1', desk.clock.at));
    const refused = async (proof: object, of = id, caller = official('regulator', '411003')) => refusal(bind(of, proof, caller)); // prettier-ignore
    expect(await refused({ signboardCode: code })).toBe('invalid designated-area.not-on-site');
    expect(await refused({ ...here, lat: 34.109, signboardCode: code })).toBe('invalid designated-area.not-on-site');
    expect(await refused({ ...here, accuracyM: 101, signboardCode: code })).toBe('invalid designated-area.not-on-site');
    expect(await refused({ lat: 0, lng: 0, signboardCode: code })).toBe('invalid designated-area.not-on-site');
    expect(await refused(here)).toBe('invalid field.required');
    expect(await refused({ ...here, signboardCode: taken })).toBe('invalid code.wrong-kind');
    expect(await refused({ ...here, signboardCode: code }, 'NONE')).toBe('not-found designated-area.not-found');
    expect(await refused({ ...here, signboardCode: code }, id, official('regulator', '411002'))).toBe(
      'not-found designated-area.not-found',
    );
    expect(must(await bind(id, { ...here, signboardCode: code })).signboardBoundAt).toBe('2026-11-24T08:00:00.000Z');
    const other = must(await designate()).id;
    expect(await refused({ ...here, signboardCode: code }, other)).toBe('conflict designated-area.signboard-taken');
  });
});
