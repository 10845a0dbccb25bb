import fc from 'fast-check';
import { ROLES } from '../../../src/modules/identity/permissions';
import { concerns } from '../../../src/modules/permits/people/permit-reach';
import { PermitStore } from '../../../src/modules/permits/permit.store';
import type { StoredPermit } from '../../../src/modules/permits/stored-permit';
import type { PermitItemPage } from '../../../src/modules/permit-views/lists/permit-list.dto';
import type { Caller } from '../../../src/platform/auth/caller';
import { NOW, ViewWorld } from './view-world';

const PERMITS = 200;
const CALLERS = 40;
/** Told where they differ; `REACH_SEED=…` tries the same once more. */
const SEED = process.env.REACH_SEED === undefined ? Date.now() : Number(process.env.REACH_SEED);

/** Wide ones and narrow ones, below each other and side by side. */
const REGIONS = ['41', '4101', '410102', '4110', '411002', '411003', '411003101', '411003102'];
const ENTERPRISES = ['E1', 'E2', 'E3'];
const USERS = Array.from({ length: CALLERS }, (_, n) => `R${n}`);
const WELDERS = USERS.map((id) => `W-${id}`);

const one = (values: readonly string[]) => fc.constantFrom(...values);
const maybe = (values: readonly string[]) => fc.option(one(values), { freq: 2 });

const link = fc.record({ regionCode: maybe(REGIONS), enterpriseId: maybe(ENTERPRISES), isWelder: fc.boolean() });
const person = fc.tuple(fc.uniqueArray(one(ROLES), { minLength: 1, maxLength: 3 }), link);
const permit = fc.record({
  columns: fc.record({
    region_code: one(REGIONS),
    enterprise_id: maybe(ENTERPRISES),
    contractor_id: maybe(ENTERPRISES),
    occupier_enterprise_id: maybe(ENTERPRISES),
    applicant_id: one(USERS),
    fire_watch_id: maybe(USERS),
  }),
  welders: fc.uniqueArray(one(WELDERS), { maxLength: 5 }),
});

/** Each role by itself with all that it may be linked to, then anybody. */
const people = [
  ...ROLES.map((role) => [[role], { regionCode: '4110', enterpriseId: 'E1', isWelder: true }] as const),
  ...fc.sample(person, { numRuns: CALLERS - ROLES.length, seed: SEED }),
].map(([roles, links], n) => ({ id: USERS[n] ?? '', roles, ...links }));

/** What a caller sees by one of the three. */
type Seen = ReadonlySet<string>;

/** The policy of the table for ordinary reads, `concerns` for one permit, `reachOf` for lists. */
describe('who sees a permit: three places say it', () => {
  let world: ViewWorld;
  let permits: readonly StoredPermit[];
  const callers: { caller: Caller; policy: Seen; list: Seen }[] = [];

  beforeAll(async () => {
    world = await ViewWorld.open();
    await settle();
    for (const { columns, welders } of fc.sample(permit, { numRuns: PERMITS, seed: SEED }))
      await world.permit({ ...columns }, welders);
    permits = await world.run(async (tx) => {
      const ids = await tx.query<{ id: string }>('select id from permits');
      const found = await Promise.all(ids.map(({ id }) => world.get(PermitStore).find(tx, id, NOW)));
      return found.filter((one) => one !== null);
    });
    for (const { id } of people)
      callers.push({ caller: await world.caller(id), policy: await byPolicy(id), list: await byList(id) });
  }, 120_000);
  afterAll(() => world?.close());

  async function settle(): Promise<void> {
    await world.sql(
      `insert into welders (id, name, id_number_sealed, id_number_hash, id_number_masked, phone_sealed, phone_hash, phone_masked,
         region_code, code, created_at)
       select id, '测试', 'x', id, 'x', 'x', id, 'x', '411003', id, now() from unnest($1::text[]) id`,
      [WELDERS],
    );
    for (const [n, { id, roles, regionCode, enterpriseId, isWelder }] of people.entries())
      await world.sql(
        `insert into users (id, username, name, roles, region_code, enterprise_id, welder_id, created_at)
         values ($1, lower($1), '测试', $2, $3, $4, $5, now())`,
        [id, roles, regionCode, enterpriseId, isWelder ? WELDERS[n] : null],
      );
  }

  /** Row level security alone. */
  async function byPolicy(id: string): Promise<Seen> {
    const { scope } = await world.caller(id);
    const rows = await world.runIn(scope, (tx) => tx.query<{ id: string }>('select id from permits'));
    return new Set(rows.map((row) => row.id));
  }

  /** All pages of the list. */
  async function byList(id: string): Promise<Seen> {
    const seen = new Set<string>();
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = (
        await world
          .as(id)
          .get(`/permits?limit=100${cursor && `&cursor=${cursor}`}`)
          .expect(200)
      ).body as PermitItemPage;
      page.items.forEach((item) => seen.add(item.id));
      cursor = page.nextCursor;
    }
    return seen;
  }

  /** The first pairs in which they differ from what is expected; none: they agree. */
  const differing = (
    seenBy: (one: (typeof callers)[number]) => Seen,
    expected: (permit: StoredPermit, caller: Caller) => boolean,
  ): unknown[] =>
    callers
      .flatMap((one) =>
        permits
          .filter((permit) => seenBy(one).has(permit.id) !== expected(permit, one.caller))
          .map((permit) => ({ SEED, caller: one.caller, permit: whoseIs(permit) })),
      )
      .slice(0, 3);

  const whoseIs = (permit: StoredPermit) => {
    const { id, regionCode, enterpriseId, contractorId, occupierEnterpriseId, applicantId, fireWatchId, welderIds } =
      permit;
    return { id, regionCode, enterpriseId, contractorId, occupierEnterpriseId, applicantId, fireWatchId, welderIds };
  };

  const withoutWelders = (permit: StoredPermit): StoredPermit => ({ ...permit, welderIds: [] });
  const withoutPeople = (permit: StoredPermit): StoredPermit => ({
    ...withoutWelders(permit),
    applicantId: '',
    fireWatchId: null,
  });

  it('is tried with every role, every kind of scope and permits of each kind', () => {
    expect([permits.length, callers.length]).toEqual([PERMITS, CALLERS]);
    expect(new Set(people.flatMap(({ roles }) => roles))).toEqual(new Set(ROLES));
    expect(new Set(callers.map(({ caller }) => caller.scope.kind))).toEqual(
      new Set(['region', 'enterprise', 'person']),
    );
  });

  it('the policy of the table shows what concerns a caller, but for the welders that a permit names', () => {
    expect(
      differing(
        ({ policy }) => policy,
        (permit, caller) => concerns(withoutWelders(permit), caller),
      ),
    ).toEqual([]);
  });

  // an official named on a permit elsewhere may open it and finds it under `mine`; the list of the region does not hold it
  it('the list shows what concerns a caller; an official’s shows the region alone', () => {
    expect(
      differing(
        ({ list }) => list,
        (permit, caller) => concerns(caller.scope.kind === 'region' ? withoutPeople(permit) : permit, caller),
      ),
    ).toEqual([]);
  });
});
