import { callerOf } from '../../../src/modules/identity/caller-of-user';
import { CertifyWatcher } from '../../../src/modules/permits/watchers/certify-watcher';
import { must, outcome, PermitWorld, PLACE, reasons, T0, type Role } from './permit-world';

let world: PermitWorld;
beforeAll(async () => {
  world = await PermitWorld.open();
  await world.user('team', { roles: ['welder'], enterpriseId: 'E1' });
});
afterAll(() => world?.close());
beforeEach(() => {
  world.clock.at = T0;
});

const HERE = { ...PLACE, accuracyM: 8 };
const AWAY = { lat: PLACE.lat + 0.01, lng: PLACE.lng, accuracyM: 8 };
const team = () =>
  callerOf(
    { id: 'team', name: '测试班组', roles: ['welder'], regionCode: null, enterpriseId: 'E1', welderId: null },
    null,
  );

describe('D8 chemical work is approved at the work site', () => {
  const asked = { regime: 'chemical', level: 'special', gases: ['methane'] } as const;
  const submitted = async (): Promise<string> => {
    const { id } = must(await world.creatingAs(team(), { ...asked, gases: ['methane'], submit: true }));
    return id;
  };

  it('each signer, with the position beside the signature or as proof; the visit is written down', async () => {
    const id = await submitted();
    expect((await world.see(id, 'manager')).awaited).toMatchObject([
      { now: true, siteVisit: true },
      { now: false, siteVisit: true },
      { now: false, siteVisit: true },
    ]);
    expect((await world.see(id, 'manager')).commands).toEqual(expect.arrayContaining(['approve', 'site-visit']));
    expect(await reasons(world.give('manager', id, 'approve'))).toEqual(['permit.site-visit-missing']);
    expect(await reasons(world.give('manager', id, 'approve', AWAY))).toEqual(['permit.not-on-site']);
    expect(await reasons(world.give('manager', id, 'approve', { proof: AWAY }))).toEqual(['permit.not-on-site']);
    expect(await reasons(world.give('manager', id, 'approve', { lat: PLACE.lat }))).toEqual([
      'permit.site-visit-missing',
    ]);
    const first = await world.must('manager', id, 'approve', HERE);
    expect(first.siteVisits).toMatchObject([{ name: '测试manager' }]);
    expect(await reasons(world.give('safety', id, 'approve'))).toEqual(['permit.site-visit-missing']); // another’s visit
    await world.must('safety', id, 'site-visit', HERE);
    await world.must('safety', id, 'approve');
    const last = await world.must('head', id, 'approve', { proof: HERE });
    expect(last).toMatchObject({ state: 'approved', siteVisits: [{}, { name: '测试safety' }, { name: '测试head' }] });
  });

  it('a workshop is signed from anywhere, and writes no visit down', async () => {
    const { id } = await world.create({ submit: true });
    expect((await world.must('safety', id, 'approve', AWAY)).siteVisits).toEqual([]);
    expect(await outcome(world.give('head', id, 'approve'))).toBe('allowed');
  });
});

describe('D17 a chemical watcher holds a training certificate', () => {
  const chemical = { regime: 'chemical', level: 'second', gases: ['methane'], submit: true } as const;
  const asks = (fireWatchId: string) =>
    outcome(world.creatingAs(team(), { ...chemical, gases: ['methane'], fireWatchId }));
  const certify = (by: Role, userId: string, change = {}) =>
    world.get(CertifyWatcher).record(world.asked(by), userId, {
      number: 'JH-2026-001',
      validTo: '2026-11-24',
      photoId: `P-${by}`,
      ...change,
    });
  beforeAll(async () => {
    await world.user('watcher3', { roles: ['fire-watcher'], enterpriseId: 'E1' });
    for (const by of ['safety', 'stranger', 'safety2'])
      await world.sql(
        `insert into files (id, media_type, sha256, bytes, width, height, uploaded_by, uploaded_at) values ($1, 'image/jpeg', 'x', '\\x00', 1, 1, $2, now())`,
        [`P-${by}`, by],
      );
  });

  it('recorded by the enterprise, good to the end of its last day, void once an official revoked it', async () => {
    expect(await asks('watcher3')).toBe('invalid permit.watcher-untrained');
    expect(await outcome(certify('stranger', 'watcher3'))).toBe('not-found watcher-certificate.not-found');
    expect(await outcome(certify('safety', 'safety'))).toBe('forbidden watcher-certificate.own');
    expect(await outcome(certify('safety', 'watcher3', { validTo: '2026-11-23' }))).toBe(
      'invalid watcher-certificate.past',
    );
    expect(await outcome(certify('safety', 'watcher3', { photoId: 'P-safety2' }))).toBe('invalid permit.file-unknown');
    const made = must(await certify('safety', 'watcher3'));
    expect(made).toMatchObject({ userId: 'watcher3', state: 'valid' });
    expect(await asks('watcher3')).toBe('allowed');
    await world.sql(`update permits set state = 'cancelled' where fire_watch_id = 'watcher3'`);
    const revoke = (by: Role) => world.get(CertifyWatcher).revoke(world.asked(by), made.id, { reason: '证件系伪造' });
    expect(await outcome(revoke('stranger'))).toBe('not-found watcher-certificate.not-found');
    expect(must(await revoke('regulator'))).toMatchObject({ state: 'revoked', revokeReason: '证件系伪造' });
    expect(await asks('watcher3')).toBe('invalid permit.watcher-untrained');
    const trail = await world.sql('select action from audit_entries where entity_id = $1 order by at, action', [
      made.id,
    ]);
    expect(trail).toHaveLength(2);
  });

  it('of another trade nobody asks for one', async () => {
    expect(await outcome(world.creating({ fireWatchId: 'watcher3', submit: true }))).toBe('allowed');
  });
});
