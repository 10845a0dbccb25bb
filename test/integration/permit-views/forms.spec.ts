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

describe('what a form asks and says', () => {
  it('a chemical one: levels with names and limits, gases, chain, questions', async () => {
    const chemical = await form('chemical');
    expect(chemical).toMatchObject({
      name: '危险化学品企业动火作业',
      levels: ['special', 'first', 'second'],
      longestHours: { special: 8, first: 8, second: 72 },
      gasTest: 'required',
      urgentAllowed: true,
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
    expect(chemical.name).toBe('Chemical plant');
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
