import type { PermitForm, PermitForms } from '../../../src/modules/permit-views/forms/permit-form.dto';
import { ViewWorld } from './view-world';

let world: ViewWorld;
beforeAll(async () => {
  world = await ViewWorld.open();
});
afterAll(() => world.close());

const forms = async (userId: string, query = '', language = 'zh-CN'): Promise<PermitForm[]> => {
  const answer = await world.as(userId).get(`/permits/forms${query}`).set('accept-language', language).expect(200);
  return (answer.body as PermitForms).items;
};
const regimes = async (userId: string, query = ''): Promise<string[]> =>
  (await forms(userId, query)).map(({ regime }) => regime);
const form = async (regime: string, language = 'zh-CN'): Promise<PermitForm> =>
  (await forms('U1', '', language)).find((one) => one.regime === regime)!;

describe('which forms somebody may fill in', () => {
  it.each([
    ['M1', ['chemical']],
    ['M2', ['general', 'small']],
    ['M3', ['construction', 'general', 'small']],
    ['V1', ['small']],
    ['U1', ['small', 'general', 'construction', 'chemical']],
  ])('%s: %j', async (userId, expected) => {
    expect(await regimes(userId)).toEqual(expected);
  });

  it('an official asks for an enterprise of the region; others’ are not there', async () => {
    expect(await regimes('U1', '?enterpriseId=E1')).toEqual(['chemical']);
    await world.as('M2').get('/permits/forms?enterpriseId=E1').expect(404);
    await world.as('U9').get('/permits/forms?enterpriseId=E1').expect(404);
  });
});

describe('D1 a form offers what the place leaves', () => {
  const facts = (trade: string, lng: number) => ({ trade, kinds: ['crowded'], area: { circle: { lat: 34.5, lng, radiusM: 100 } }, openingHours: null }); // prettier-ignore
  beforeAll(async () => {
    for (const [id, trade, lng] of [['S-plant', 'chemical', 113.1], ['S-site', 'construction', 113.2], ['S-shop', 'commerce', 113.3]] as const)
      await world.sql(
        `insert into sites (id, name, enterprise_id, region_code, entered, confirmed, state, awaits_confirmation, south, west, north, east, entered_by, created_at)
         values ($1, '储罐区', 'E1', (select region_code from enterprises where id = 'E1'), $2, $2, 'confirmed', false, 34.49, $3::float8 - 0.01, 34.51, $3::float8 + 0.01, 'U1', now())`,
        [id, JSON.stringify(facts(trade, lng)), lng],
      ); // prettier-ignore
  });
  const at = (lng: number) => `?lat=34.5&lng=${lng}&radiusM=100`;

  it.each<[string, string, number, string[]]>([
    ['a shop’s manager at a plant', 'M2', 113.1, ['chemical']],
    ['a builder at a plant', 'M3', 113.1, ['chemical']],
    ['a self-employed welder at a plant: nothing', 'V1', 113.1, []],
    ['an official at a plant', 'U1', 113.1, ['chemical']],
    ['a shop’s manager at a building site', 'M2', 113.2, ['construction']],
    ['an official at a building site', 'U1', 113.2, ['construction', 'chemical']],
    ['a shop’s manager at a shop', 'M2', 113.3, ['general', 'small']],
    ['a self-employed welder at a shop', 'V1', 113.3, ['small']],
    ['anywhere else', 'M3', 113.4, ['construction', 'general', 'small']],
  ])('%s', async (_, userId, lng, expected) => expect(await regimes(userId, at(lng))).toEqual(expected));

  it('with the hours that its site told, or the rule’s own', async () => {
    const { body } = await world.as('V1').get(`/permits/forms${at(113.3)}`);
    expect((body as PermitForms).place?.hours).toEqual([]);
    await world.sql(
      `update sites set confirmed = jsonb_set(confirmed, '{openingHours}', '{"from": "09:00", "to": "21:30"}') where id = 'S-shop'`,
    );
    const told = await world.as('V1').get(`/permits/forms${at(113.3)}`);
    expect((told.body as PermitForms).place?.hours).toEqual([{ placeKind: 'crowded', from: '09:00', to: '21:30' }]);
  });

  it('and says why', async () => {
    const { body } = await world
      .as('V1')
      .get(`/permits/forms${at(113.1)}`)
      .expect(200);
    expect((body as PermitForms).place).toMatchObject({
      least: 'chemical', because: { siteId: 'S-plant', siteName: '储罐区' }, kinds: ['crowded'], hosts: [{ enterpriseId: 'E1' }],
    }); // prettier-ignore
    expect((await world.as('V1').get('/permits/forms').expect(200)).body).toMatchObject({ place: null });
    await world.as('V1').get('/permits/forms?lat=north&lng=1').expect(422);
  });
});

describe('what a form asks and says', () => {
  it('a chemical one: levels with names and limits, gases, chain, questions', async () => {
    const chemical = await form('chemical');
    expect(chemical).toMatchObject({
      name: '危险化学品企业动火作业',
      levels: ['special', 'first', 'second'],
      longestHours: { special: 8, first: 8, second: 72 },
      gasTest: 'required',
      urgentAllowed: false,
      occupierConfirms: false,
    });
    expect(chemical.levelDetails[0]).toMatchObject({
      zh: '特级动火',
      en: 'Special class',
      name: '特级动火',
      fireWatchMinutes: 60,
      urgent: { allowed: false },
    });
    expect(chemical.levelDetails[0]!.chain.map(({ title, roles }) => [title, roles])).toEqual([
      ['所在基层单位负责人', ['enterprise-manager']],
      ['安全管理部门', ['safety-officer']],
      ['主管领导', ['enterprise-head']],
    ]);
    const gas = (code: string) => chemical.gases.find((one) => one.code === code);
    expect(gas('methane')).toMatchObject({ lel: 5, min: null, max: 0.5 });
    expect(gas('propane')).toMatchObject({ lel: 2.1, max: 0.2 });
    expect(gas('oxygen')).toMatchObject({ lel: null, min: 19.5, max: 21 });
    expect(chemical.questions.some(({ level }) => level === 'special')).toBe(true);
    expect(chemical.placeKinds.map(({ code }) => code)).toContain('confined-space');
  });

  it('measures tell at which kinds of places they are asked', async () => {
    const { measures } = await form('general');
    expect(measures.every(({ code, text, source }) => code !== '' && text !== '' && source !== '')).toBe(true);
    expect(measures.some(({ placeKinds }) => placeKinds.length === 0)).toBe(true);
    expect(measures.some(({ placeKinds }) => placeKinds.length > 0)).toBe(true);
  });

  it('a small one: raised by the kinds of its place, gas only in a closed space, the occupier confirms', async () => {
    expect(await form('small')).toMatchObject({
      levels: ['raised', 'one'],
      longestHours: { raised: 4, one: 4 },
      levelOfPlace: { 'live-in-business': 'raised', crowded: 'raised' },
      closedHours: expect.arrayContaining([{ placeKind: 'live-in-business', from: '08:00', to: '22:00' }]),
      gasTest: 'none',
      gasTestWhen: { placeKinds: ['confined-space'], answers: [] },
      occupierConfirms: true,
      fireWatch: 'occupier-may',
      urgentAllowed: false,
    });
  });

  it('D2 a small one names the permit for places that are beyond it', async () => {
    const instead = async (regime: string) =>
      Object.fromEntries((await form(regime)).placeKinds.map((kind) => [kind.code, kind.instead]));
    expect(await instead('small')).toMatchObject({
      'confined-space': '一般动火作业',
      'sandwich-panel': '一般动火作业',
      height: null,
    });
    expect(await instead('general')).toMatchObject({ 'confined-space': null });
  });

  it('in English for whoever asks so', async () => {
    const chemical = await form('chemical', 'en');
    expect(chemical.name).toBe('Chemical-plant hot work');
    expect(chemical.levelDetails[1]!.name).toBe('First class');
    expect(chemical.measures.map(({ text }) => text).join('')).not.toMatch(/[\u4e00-\u9fff]/);
    expect(chemical.questions.map(({ text }) => text).join('')).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('a county’s own stricter rule counts there', async () => {
    await world.sql(
      `insert into rule_versions (id, key, regime, region_code, valid_from, value, source, certainty)
       values ('own-hours', 'permit.longest-hours', 'general', '411003', '2020-01-01', '6', 'test', 'default')`,
    );
    await world.refreshRules();
    const hours = async (userId: string) =>
      (await forms(userId)).find(({ regime }) => regime === 'general')!.longestHours['ordinary'];
    expect([await hours('M2'), await hours('M3')]).toEqual([6, 8]);
  });
});
