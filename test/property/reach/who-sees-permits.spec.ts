import { PERMIT_STATES } from '../../../src/domain/permits/permit';
import { changedNews, whoIsAwaited } from '../../../src/domain/permits/steps/audience';
import { ROLES } from '../../../src/domain/people/roles';
import { GridsReader } from '../../../src/modules/regions/grids/grids.reader';
import { PermitAudience, permitEvent } from '../../../src/modules/permits/people/audience';
import { PermitPeople } from '../../../src/modules/permits/people/permit-people';
import { concerns } from '../../../src/modules/permits/people/permit-reach';
import { PermitLoader } from '../../../src/modules/permits/permit-loader';
import { PermitStore } from '../../../src/modules/permits/permit.store';
import type { StoredPermit } from '../../../src/modules/permits/stored-permit';
import type { PermitItemPage, PermitMap } from '../../../src/modules/permit-views/lists/permit-list.dto';
import type { Caller } from '../../../src/platform/auth/caller';
import { mayHear, type StoredEvent } from '../../../src/platform/outbox/stored-event';
import { NOW, ViewWorld } from '../../integration/permit-views/view-world';
import { CALLERS, inventPeople, inventPermits, people, PERMITS, SEED } from './invented';

/** What a caller sees by one of these ways. */
type Seen = ReadonlySet<string>;

interface Sight {
  readonly caller: Caller;
  /** Row level security alone. */
  readonly policy: Seen;
  /** All pages of the list (`reachOf`). */
  readonly list: Seen;
  /** The list of one's own permits (`mineOf`). */
  readonly mine: Seen;
  /** The map, which composes the same reach differently. */
  readonly map: Seen;
  /** The permits whose changes the event stream tells. */
  readonly news: Seen;
}

type Rule = (permit: StoredPermit, caller: Caller) => boolean;

const unnamed = (permit: StoredPermit): StoredPermit => ({ ...permit, welderIds: [] });
const impersonal = (permit: StoredPermit): StoredPermit => ({ ...unnamed(permit), applicantId: '', fireWatchId: null });

/** Lists, policies and news know an official by the region alone; a seat in a firm elsewhere opens its permits one by one. */
const scopeAlone = (caller: Caller): Caller =>
  caller.scope.kind === 'region' ? { ...caller, enterpriseId: null } : caller;

/** The policy cannot ask for the named welders without slowing each list. Lists of people who may be one run as the system. */
const shownByPolicy: Rule = (permit, caller) => concerns(unnamed(permit), scopeAlone(caller));

/** An official's list is that of the region. A permit elsewhere that names the official opens, and stands under `mine`. */
const listed: Rule = (permit, caller) =>
  concerns(caller.scope.kind === 'region' ? impersonal(permit) : permit, scopeAlone(caller));

const inPerson: Rule = (permit, { userId, welderId }) =>
  [permit.applicantId, permit.fireWatchId].includes(userId) ||
  (welderId !== null && permit.welderIds.includes(welderId));

const OPEN = ['submitted', 'approved', 'issued', 'active', 'suspended', 'fire_watch'];
const onTheMap: Rule = (permit, caller) => OPEN.includes(permit.state) && listed(permit, caller);

describe('who sees a permit: several places say it', () => {
  let world: ViewWorld;
  let permits: readonly StoredPermit[];
  const sights: Sight[] = [];

  beforeAll(async () => {
    world = await ViewWorld.open();
    await inventPeople(world);
    await inventPermits(world);
    permits = await world.run(async (tx) => {
      const ids = await tx.query<{ id: string }>('select id from permits');
      const found = await Promise.all(ids.map(({ id }) => world.get(PermitStore).find(tx, id, NOW)));
      return found.filter((one) => one !== null);
    });
    const events = await tellAll();
    for (const { id } of people) {
      const caller = await world.caller(id);
      sights.push({
        caller,
        policy: await byPolicy(caller),
        list: await byList(id, ''),
        mine: await byList(id, '&mine=true'),
        map: await byMap(id),
        news: new Set(events.filter((event) => mayHear(caller, event)).map(({ entityId }) => entityId)),
      });
    }
  }, 120_000);
  afterAll(() => world?.close());

  /** The news that each permit has changed, as the outbox keeps it; those who have to act are called too. */
  async function tellAll(): Promise<StoredEvent[]> {
    const audience = new PermitAudience(world.get(PermitPeople), world.get(GridsReader));
    return world.run((tx) =>
      Promise.all(
        permits.map(async (permit) => {
          const rules = world.get(PermitLoader).rulesFor(permit, NOW);
          const { type, to, data } = changedNews(permit, rules, 'change');
          const awaited = ['submitted', 'approved'].includes(permit.state) ? whoIsAwaited(permit, rules) : [];
          const event = permitEvent(type, permit, await audience.usersOf(tx, [...to, ...awaited], NOW), data);
          const known = { regionCode: event.regionCode ?? '', at: NOW, cursor: { epoch: 1, xid: 1n, id: 1n } };
          return { enterpriseIds: [], userIds: [], data: {}, ...event, ...known };
        }),
      ),
    );
  }

  async function byPolicy({ scope }: Caller): Promise<Seen> {
    const rows = await world.runIn(scope, (tx) => tx.query<{ id: string }>('select id from permits'));
    return new Set(rows.map((row) => row.id));
  }

  async function byList(id: string, query: string): Promise<Seen> {
    const seen = new Set<string>();
    for (let cursor: string | null = ''; cursor !== null;) {
      const path: string = `/permits?limit=100${query}${cursor && `&cursor=${cursor}`}`;
      const page = (await world.as(id).get(path).expect(200)).body as PermitItemPage;
      page.items.forEach((item) => seen.add(item.id));
      cursor = page.nextCursor;
    }
    return seen;
  }

  async function byMap(id: string): Promise<Seen> {
    const { items } = (await world.as(id).get('/permits/map').expect(200)).body as PermitMap;
    return new Set(items.map((item) => item.id));
  }

  /** The first pairs of a permit and a caller for which something holds that should not; none: all agree. */
  const pairs = (wrong: (permit: StoredPermit, sight: Sight) => boolean): unknown[] =>
    sights
      .flatMap((sight) =>
        permits
          .filter((permit) => wrong(permit, sight))
          .map((permit) => ({ SEED, caller: sight.caller, permit: whoseIs(permit) })),
      )
      .slice(0, 3);

  const whoseIs = (permit: StoredPermit) => {
    const { id, state, regionCode, enterpriseId, contractorId, occupierEnterpriseId } = permit;
    const { applicantId, fireWatchId, welderIds } = permit;
    return {
      id,
      state,
      regionCode,
      enterpriseId,
      contractorId,
      occupierEnterpriseId,
      applicantId,
      fireWatchId,
      welderIds,
    };
  };

  it('is tried with every role, every kind of scope and permits in each state', () => {
    expect([permits.length, sights.length]).toEqual([PERMITS, CALLERS]);
    expect(new Set(people.flatMap(({ roles }) => roles))).toEqual(new Set(ROLES));
    expect(new Set(sights.map(({ caller }) => caller.scope.kind))).toEqual(new Set(['region', 'enterprise', 'person']));
    expect(new Set(permits.map(({ state }) => state))).toEqual(new Set(PERMIT_STATES));
  });

  it('the policy of the table shows what concerns a caller, but for the welders that a permit names', () => {
    expect(pairs((permit, { policy, caller }) => policy.has(permit.id) !== shownByPolicy(permit, caller))).toEqual([]);
  });

  it('the list shows what concerns a caller; an official’s shows the region alone', () => {
    expect(pairs((permit, { list, caller }) => list.has(permit.id) !== listed(permit, caller))).toEqual([]);
  });

  it('the map shows of these the open ones', () => {
    expect(pairs((permit, { map, caller }) => map.has(permit.id) !== onTheMap(permit, caller))).toEqual([]);
  });

  it('under `mine` stands all that names the caller, and nothing that they cannot open', () => {
    expect(pairs((permit, { mine, caller }) => inPerson(permit, caller) && !mine.has(permit.id))).toEqual([]);
    expect(pairs((permit, { mine, caller }) => mine.has(permit.id) && !concerns(permit, caller))).toEqual([]);
  });

  it('whoever a permit concerns hears of its changes, and nobody else', () => {
    const concerned: Rule = (permit, caller) => concerns(permit, scopeAlone(caller));
    expect(pairs((permit, { news, caller }) => concerned(permit, caller) && !news.has(permit.id))).toEqual([]);
    expect(pairs((permit, { news, caller }) => news.has(permit.id) && !concerns(permit, caller))).toEqual([]);
  });
});
