import type { Refusal } from '../../../src/kernel/refusal';
import type { Result } from '../../../src/kernel/result';
import { HOUR } from '../../../src/kernel/time';
import type { CreatePermitRequest } from '../../../src/modules/permits/draft/draft.dto';
import { ChangeDraft } from '../../../src/modules/permits/draft/change-draft';
import { ConfirmByOccupier } from '../../../src/modules/permits/occupier/confirm-by-occupier';
import { ConfirmSite } from '../../../src/modules/sites/confirm-site';
import { EnterSite } from '../../../src/modules/sites/enter-site';
import type { EnterSiteRequest } from '../../../src/modules/sites/site.dto';
import { must, PermitWorld, T0, type Role } from './permit-world';

let world: PermitWorld;
let east = 113.7;
beforeAll(async () => {
  world = await PermitWorld.open();
});
afterAll(() => world?.close());
beforeEach(() => {
  world.clock.at = T0;
  east += 0.02; // each test has a place of its own
});

const here = (metresNorth = 0) => ({ lat: 34 + metresNorth / 111_195, lng: east });
const place = (more: object = {}) => ({ name: '作业点', radiusM: 100, ...here(), ...more });
const entering = (change: Partial<EnterSiteRequest>) =>
  world
    .get(EnterSite)
    .execute(world.asked('regulator'), { name: '场所甲', enterpriseId: 'E2', ...here(), radiusM: 200, ...change });
const confirmed = async (change: Partial<EnterSiteRequest>): Promise<string> => {
  const { id } = must(await entering(change));
  return must(await world.get(ConfirmSite).confirm(world.asked('regulator'), id, null)).id;
};
const code = async (asked: Promise<Result<unknown, Refusal>>): Promise<string> => {
  const result = await asked.catch((thrown: { refusal?: Refusal }) => {
    if (!thrown.refusal) throw thrown;
    return { ok: false as const, refusal: thrown.refusal };
  });
  return result.ok ? 'allowed' : result.refusal.code;
};
const small: Partial<CreatePermitRequest> = {
  regime: 'small', fireWatchId: undefined, occupierPhone: '19900007777', plannedEnd: new Date(T0 + 2 * HOUR).toISOString(),
}; // prettier-ignore
const chemical: Partial<CreatePermitRequest> = { regime: 'chemical', level: 'second', gases: ['methane'] };

describe('D1 the regime follows from the place', () => {
  it.each<[string, Role, Partial<CreatePermitRequest>, string]>([
    ['a welder’s small job', 'welderUser', { ...small, enterpriseId: undefined }, 'permit.regime-below-site'],
    ['a contractor’s general permit', 'manager', {}, 'permit.regime-below-site'],
    ['a contractor’s chemical permit in its own name', 'manager', chemical, 'permit.not-the-host'],
    ['the plant’s chemical permit, filled in by the contractor', 'manager', { ...chemical, enterpriseId: 'E2', contractorId: 'E1' }, 'allowed'],
    ['the plant’s general permit', 'stranger', {}, 'permit.regime-below-site'],
    ['the plant’s own', 'stranger', chemical, 'allowed'],
  ])('at a confirmed chemical site: %s', async (_, by, change, expected) => {
    await confirmed({ trade: 'chemical' });
    expect(await code(world.creating({ place: place(), ...change }, by))).toBe(expected);
  }); // prettier-ignore

  it('touched by the radius alone', async () => {
    await confirmed({ trade: 'chemical' });
    expect(await code(world.creating({ place: place(here(299)) }))).toBe('permit.regime-below-site');
    expect(await code(world.creating({ place: place({ ...here(301) }) }))).toBe('allowed');
    expect(await code(world.creating({ place: place({ ...here(299), radiusM: 90 }) }))).toBe('allowed');
  });

  it('not where nobody confirmed the site', async () => {
    must(await entering({ trade: 'chemical', kinds: ['crowded'] }));
    const draft = await world.create({ place: place() });
    expect(draft.place.kinds).toEqual([]);
    expect(await code(world.creating({ place: place() }, 'stranger'))).toBe('permit.regime-below-site');
  });

  it('entered and not yet confirmed: for its own welders and machines, whoever asks', async () => {
    must(await entering({ trade: 'chemical', enterpriseId: 'E1' }));
    await world.sql(
      `insert into employments (welder_id, enterprise_id, since) values ('W1', 'E1', now() - interval '1 year')`,
    );
    const alone = { ...small, enterpriseId: undefined, place: place() };
    expect(await code(world.creating(alone, 'welderUser'))).toBe('permit.regime-below-site');
    await world.sql(`update employments set until = since where welder_id = 'W1'`);
    expect(await code(world.creating({ ...alone, machineIds: [] }, 'welderUser'))).toBe('allowed');
    expect(await code(world.creating({ ...alone, machineIds: ['M1'] }, 'welderUser'))).toBe('permit.regime-below-site');
    await world.sql(`delete from employments where welder_id = 'W1'`);
  });

  it('inside its fixed hot-work area, and not when that has ended', async () => {
    await confirmed({ trade: 'chemical' });
    const area = (id: string, validTo: number) =>
      world.sql(
        `insert into designated_areas (id, name, enterprise_id, region_code, lat, lng, radius_m, valid_from, valid_to, created_at)
         values ($1, '固定动火区', 'E2', '411003', $2, $3, 150, $4, $5, now())`,
        [id, here().lat, here().lng, new Date(T0 - HOUR), new Date(validTo)],
      );
    await area(`A-${east}`, T0 + 3 * HOUR);
    expect(await code(world.creating({ place: place() }, 'stranger'))).toBe('permit.regime-below-site');
    await area(`B-${east}`, T0 + 4 * HOUR);
    expect(await code(world.creating({ place: place() }, 'stranger'))).toBe('allowed');
    expect(await code(world.creating({ place: place({ radiusM: 160 }) }, 'stranger'))).toBe('permit.regime-below-site');
  });

  it('confirmed after the draft: at submission, at issue, at the occupier’s word and at the start', async () => {
    const draft = await world.create({ place: place() });
    const issued = await world.upTo('issued', { place: place() });
    const approved = await world.upTo('approved', { place: place() });
    const declared = await world.create({ ...small, place: place(), submit: true }, 'welderUser');
    await world.must('watcher', issued, 'fire-watch-on', { ...here() });
    await world.must('watcher', issued, 'measures', await world.ticks(issued));
    await confirmed({ trade: 'chemical' });
    expect(await code(world.give('manager', draft.id, 'submit'))).toBe('permit.regime-below-site');
    expect(await code(world.give('head', approved, 'issue'))).toBe('permit.place-now-stricter');
    expect(await code(world.give('watcher', issued, 'start'))).toBe('permit.place-now-stricter');
    expect(await code(world.get(ConfirmByOccupier).execute(declared.id, { code: world.lastCode() }))).toBe('permit.place-now-stricter'); // prettier-ignore
  });

  it('withdrawn sites bind nobody', async () => {
    const id = await confirmed({ trade: 'chemical' });
    must(await world.get(ConfirmSite).withdraw(world.asked('regulator'), id, null, '停产'));
    expect(await code(world.creating({ place: place() }))).toBe('allowed');
  });
});

describe('D1 kinds and hours of a confirmed site cannot be unticked', () => {
  const shop = { trade: 'commerce', kinds: ['crowded'], openingHours: { from: '12:00', to: '20:00' } } as const;
  const asked = (change: Partial<CreatePermitRequest> = {}) =>
    world.creating({ place: place(), ...small, enterpriseId: undefined, ...change }, 'welderUser');
  const own = { ...shop, kinds: [...shop.kinds] };

  it('they are added, and the answer says so', async () => {
    const id = await confirmed(own);
    const permit = must(await asked({ place: place({ kinds: ['height'] }) }));
    expect(permit.place).toMatchObject({ kinds: ['height', 'crowded'], kindsOfSites: ['crowded'] });
    expect(permit.place.sites).toEqual([{ id, name: '场所甲', enterpriseName: '测试企业E2' }]);
  });

  it('a kind that a small job must not have', async () => {
    await confirmed({ ...own, kinds: ['confined-space'] });
    expect(await code(asked())).toBe('permit.small-not-for-place');
  });

  it('a kind that was confirmed after the draft is shown before anything is signed', async () => {
    const { id } = must(await asked());
    await confirmed(own);
    expect(await code(world.give('welderUser', id, 'submit'))).toBe('permit.site-confirmed-since');
    const filled = world.request({ place: place(), ...small, enterpriseId: undefined });
    must(await world.get(ChangeDraft).execute(world.asked('welderUser'), id, null, filled));
    expect(await code(world.give('welderUser', id, 'submit'))).toBe('allowed');
  });

  it.each<[string, object, number, number, string]>([
    ['in its own opening hours', {}, 3, 4, 'permit.open-all-along'],
    ['before it opens, when the rule’s hours have begun', {}, 0, 2, 'allowed'],
    ['in the rule’s hours, where it told none', { openingHours: undefined }, 0, 2, 'permit.open-all-along'],
    ['in the rule’s hours, where it never closes', { openingHours: { from: '00:00', to: '24:00' } }, 0, 2, 'permit.open-all-along'],
  ])('D11 a time %s', async (_, hours, from, to, expected) => {
    await confirmed({ ...own, ...hours });
    const time = { plannedStart: new Date(T0 + from * HOUR).toISOString(), plannedEnd: new Date(T0 + to * HOUR).toISOString() };
    expect(await code(asked({ ...time, submit: true }))).toBe(expected);
  }); // prettier-ignore
});
