import type { Refusal } from '../../../src/kernel/refusal';
import type { Result } from '../../../src/kernel/result';
import { callerOf } from '../../../src/modules/identity/caller-of-user';
import { ChangeSite } from '../../../src/modules/sites/change-site';
import { ConfirmSite } from '../../../src/modules/sites/confirm-site';
import { EnterSite } from '../../../src/modules/sites/enter-site';
import { FindSites } from '../../../src/modules/sites/find-sites';
import type { ChangeSiteRequest, EnterSiteRequest, SiteQuery, SiteView } from '../../../src/modules/sites/site.dto';
import type { Caller } from '../../../src/platform/auth/caller';
import { must, PermitWorld, PLACE, type Role } from '../permits/permit-world';

let world: PermitWorld;
beforeAll(async () => {
  world = await PermitWorld.open();
});
afterAll(() => world?.close());

const inspector = callerOf(
  { id: 'inspector', name: '检查员', roles: ['inspector'], regionCode: '411003', enterpriseId: null, welderId: null },
  null,
);
const elsewhere = callerOf(
  { id: 'far', name: '外地', roles: ['regulator'], regionCode: '411002', enterpriseId: null, welderId: null },
  null,
);
const request = (change: Partial<EnterSiteRequest> = {}): EnterSiteRequest => ({
  name: '一号车间',
  kinds: ['crowded'],
  ...PLACE,
  radiusM: 200,
  openingHours: { from: '09:00', to: '21:00' },
  occupierPhone: '13900001234',
  ...change,
});
const enter = (by: Role | Caller = 'manager', change: Partial<EnterSiteRequest> = {}) =>
  world.get(EnterSite).execute(world.asked(by), request(change));
const change = (by: Role | Caller, id: string, body: ChangeSiteRequest, version: number | null = null) =>
  world.get(ChangeSite).execute(world.asked(by), id, version, body);
const confirm = (by: Role | Caller, id: string, version: number | null = null) =>
  world.get(ConfirmSite).confirm(world.asked(by), id, version);
const withdraw = (by: Role | Caller, id: string) =>
  world.get(ConfirmSite).withdraw(world.asked(by), id, null, '已搬走');
const list = async (by: Role | Caller, query: Partial<SiteQuery> = {}): Promise<SiteView[]> =>
  (await world.get(FindSites).list(world.asked(by), { limit: 100, ...query })).items;
const said = async (asked: Promise<Result<SiteView, Refusal>>): Promise<string> => {
  const result = await asked;
  return result.ok ? result.value.state : `${result.refusal.kind} ${result.refusal.code}`;
};
const confirmed = async (change: Partial<EnterSiteRequest> = {}): Promise<SiteView> => {
  const { id } = must(await enter('manager', change));
  return must(await confirm('regulator', id));
};

describe('D1 a site is entered by its enterprise', () => {
  it('with the region and the trade of the enterprise, whatever region its people name', async () => {
    const site = must(await enter('manager', { regionCode: '110105' }));
    expect(site).toMatchObject({
      regionCode: '411003', trade: 'manufacturing', state: 'entered', awaitsConfirmation: true, kinds: ['crowded'], radiusM: 200, outline: null,
      occupierPhone: '139****1234', openingHours: { from: '09:00', to: '21:00' }, confirmed: null, version: 1, ...PLACE,
    }); // prettier-ignore
  });

  it('keeps the phone sealed, and out of the audit trail', async () => {
    const { id } = must(await enter());
    const [row] = await world.sql<{ phone: string }>('select occupier_phone_sealed as phone from sites where id = $1', [id]); // prettier-ignore
    const [entry] = await world.sql<{ action: string; after: object }>('select action, after from audit_entries where entity_id = $1', [id]); // prettier-ignore
    const [event] = await world.sql<{ type: string; enterprise_ids: string[] }>('select type, enterprise_ids from outbox where entity_id = $1', [id]); // prettier-ignore
    expect(row?.phone).toMatch(/^k1\./);
    expect(entry?.action).toBe('site.entered');
    expect(JSON.stringify(entry?.after)).not.toMatch(/1390000|sealed/i);
    expect(event).toEqual({ type: 'site.changed', enterprise_ids: ['E1'] });
  });

  const line = [113.82, 34.12, 113.83, 34.12, 113.83, 34.13];
  const ring = [[113.82, 34.12], [113.83, 34.12], [113.83, 34.13], [113.82, 34.12]]; // prettier-ignore
  const drawn = { lat: undefined, lng: undefined, radiusM: undefined };
  it.each<[string, Role | Caller, Partial<EnterSiteRequest>, string]>([
    ['for another enterprise', 'manager', { enterpriseId: 'E2' }, 'invalid enterprise.unknown'],
    ['by a grid worker, for an enterprise of the region', 'grid', { enterpriseId: 'E2' }, 'entered'],
    ['by a grid worker, for nobody', 'grid', {}, 'invalid site.enterprise-missing'],
    ['by an official of another region', elsewhere, { enterpriseId: 'E1' }, 'invalid enterprise.unknown'],
    ['of an unknown kind', 'manager', { kinds: ['moon-base'] }, 'invalid site.kind-unknown'],
    ['with an outline', 'manager', { ...drawn, outline: ring }, 'entered'],
    ['without any area', 'manager', drawn, 'invalid site.area-missing'],
    ['without a radius', 'manager', { radiusM: undefined }, 'invalid site.area-missing'],
    ['with both', 'manager', { outline: ring }, 'invalid site.area-twice'],
    ['with an open outline', 'manager', { ...drawn, outline: ring.slice(0, 3) }, 'invalid site.outline-open'],
    ['with numbers that are no points', 'manager', { ...drawn, outline: line as never }, 'invalid site.outline-point'],
    ['with a point in space', 'manager', { ...drawn, outline: [...ring, [500, 34]] }, 'invalid site.outline-point'],
    ['with hours of no length', 'manager', { openingHours: { from: '09:00', to: '09:00' } }, 'invalid site.hours-empty'],
    ['that never closes', 'manager', { openingHours: { from: '00:00', to: '24:00' } }, 'entered'],
    ['with a phone that gets no messages', 'manager', { occupierPhone: '0374-2345678' }, 'invalid site.phone-malformed'],
  ])('%s', async (_, by, more, expected) => expect(await said(enter(by, more))).toBe(expected)); // prettier-ignore
});

describe('D1 an official confirms', () => {
  it.each<[string, Role | Caller, string]>([
    ['a regulator', 'regulator', 'confirmed'],
    ['an inspector', inspector, 'confirmed'],
    ['an official of another region', elsewhere, 'not-found site.not-found'],
    ['its own manager', 'manager', 'forbidden site.official-only'],
  ])('%s', async (_, by, expected) => {
    const { id } = must(await enter());
    expect(await said(confirm(by, id))).toBe(expected);
  });

  it('what they looked at, and once', async () => {
    const { id, version } = must(await enter());
    must(await change('manager', id, { name: '改名' }));
    expect(await said(confirm('regulator', id, version))).toBe('stale version.stale');
    expect(must(await confirm('regulator', id, version + 1))).toMatchObject({ version: 3, awaitsConfirmation: false });
    expect(await said(confirm('regulator', id))).toBe('conflict site.nothing-to-confirm');
  });

  it('and withdraws, with a reason; nothing comes after', async () => {
    const { id } = await confirmed();
    expect(await said(withdraw('manager', id))).toBe('forbidden site.official-only');
    expect(must(await withdraw('regulator', id))).toMatchObject({ state: 'withdrawn', withdrawnBecause: '已搬走' });
    expect(await said(change('regulator', id, { name: '新名' }))).toBe('conflict site.withdrawn');
    expect(await said(confirm('regulator', id))).toBe('conflict site.withdrawn');
    expect(await said(withdraw('regulator', id))).toBe('conflict site.withdrawn');
  });
});

describe('D1 what was confirmed is made looser by officials alone', () => {
  it.each<[string, ChangeSiteRequest, string]>([
    ['a kind less', { kinds: [] }, 'forbidden site.looser'],
    ['a smaller circle', { radiusM: 199 }, 'forbidden site.looser'],
    ['moved', { lat: PLACE.lat + 0.001 }, 'forbidden site.looser'],
    ['an outline inside the circle', { outline: [[113.82, 34.12], [113.8201, 34.12], [113.8201, 34.1201], [113.82, 34.12]] }, 'forbidden site.looser'],
    ['open for a shorter time', { openingHours: { from: '09:00', to: '20:00' } }, 'forbidden site.looser'],
    ['hours no longer told', { openingHours: null }, 'forbidden site.looser'],
    ['a kind more', { kinds: ['crowded', 'sandwich-panel'] }, 'confirmed'],
    ['a larger circle', { radiusM: 300 }, 'confirmed'],
    ['a stricter trade', { trade: 'chemical' }, 'confirmed'],
    ['open longer', { openingHours: { from: '08:00', to: '22:00' } }, 'confirmed'],
    ['another name and phone', { name: '二号车间', occupierPhone: null }, 'confirmed'],
  ])('%s', async (_, body, expected) => {
    const { id } = await confirmed();
    expect(await said(change('manager', id, body))).toBe(expected);
    expect(await said(change('regulator', id, body))).toBe('confirmed');
  }); // prettier-ignore

  it('a weaker trade', async () => {
    const { id } = await confirmed({ trade: 'chemical' });
    expect(await said(change('manager', id, { trade: 'commerce' }))).toBe('forbidden site.looser');
    expect(await said(change('grid', id, { trade: 'commerce' }))).toBe('forbidden site.looser');
    expect(await said(change(inspector, id, { trade: 'commerce' }))).toBe('confirmed');
  });

  it('says what, and whom to ask', async () => {
    const { id } = await confirmed();
    expect(await change('manager', id, { kinds: [], radiusM: 10 })).toMatchObject({
      refusal: { params: { whatZh: '减少场所类别、缩小或移动范围' }, extra: { looser: ['kinds', 'area'], ask: ['regulator', 'inspector'] } },
    }); // prettier-ignore
  });

  it('what its enterprise made stricter waits for an official before it binds others', async () => {
    const { id } = await confirmed();
    const grown = must(await change('manager', id, { trade: 'chemical', radiusM: 300 }));
    expect(grown).toMatchObject({
      state: 'confirmed', awaitsConfirmation: true, trade: 'chemical', radiusM: 300, confirmed: { trade: 'manufacturing', radiusM: 200 },
    }); // prettier-ignore
    expect(must(await confirm('regulator', id))).toMatchObject({ awaitsConfirmation: false, confirmed: null });
    expect(await said(change('manager', id, { trade: 'manufacturing' }))).toBe('forbidden site.looser');
  });

  it('an entry that nobody confirmed is its enterprise’s own, mistakes and all', async () => {
    const { id } = must(await enter());
    expect(await said(change('manager', id, { kinds: [], radiusM: 20, openingHours: null }))).toBe('entered');
  });

  it('a form that is older than the site', async () => {
    const { id, version } = await confirmed();
    must(await change('manager', id, { radiusM: 300 }, version));
    expect(await said(change('manager', id, { radiusM: 400 }, version))).toBe('stale version.stale');
  });
});

describe('D1 who sees which sites', () => {
  it('another enterprise’s is not there', async () => {
    const { id } = await confirmed();
    const one = (by: Role | Caller) => world.get(FindSites).one(world.asked(by), id);
    expect((await one('stranger')).ok).toBe(false);
    expect((await one(elsewhere)).ok).toBe(false);
    expect((await one('regulator')).ok).toBe(true);
    expect(await said(change('stranger', id, { name: '别人的' }))).toBe('not-found site.not-found');
    expect((await list('stranger')).map((site) => site.id)).not.toContain(id);
  });

  it('around a point confirmed ones of others show what binds, and nothing else', async () => {
    const own = must(await enter());
    const { id } = await confirmed();
    must(await change('manager', id, { trade: 'chemical' }));
    const near = await list('stranger', { near: `${PLACE.lat},${PLACE.lng}` });
    expect(near.find((site) => site.id === id)).toMatchObject({ trade: 'manufacturing', occupierPhone: null, awaitsConfirmation: false, enterpriseName: '测试企业E1' }); // prettier-ignore
    expect(near.map((site) => site.id)).not.toContain(own.id);
    expect((await list('manager', { near: `${PLACE.lat},${PLACE.lng}` })).map((site) => site.id)).toContain(own.id);
    expect((await list('welderUser', { near: `${PLACE.lat},${PLACE.lng}` })).map((site) => site.id)).toContain(id);
    expect(await list('welderUser', { near: '35,114' })).toEqual([]);
    expect(await list('welderUser')).toEqual([]);
  });

  it('officials see what waits for them', async () => {
    const entered = must(await enter());
    const done = await confirmed();
    const waiting = (await list('regulator', { toConfirm: true })).map((site) => site.id);
    expect(waiting).toContain(entered.id);
    expect(waiting).not.toContain(done.id);
    expect((await list('regulator', { state: 'withdrawn' })).every(({ state }) => state === 'withdrawn')).toBe(true);
  });

  it('page by page', async () => {
    const first = await world.get(FindSites).list(world.asked('regulator'), { limit: 2 });
    const next = await world.get(FindSites).list(world.asked('regulator'), { limit: 2, cursor: first.nextCursor! });
    expect(first.items).toHaveLength(2);
    expect(first.items.map(({ id }) => id)).not.toContain(next.items[0]?.id);
  });
});
