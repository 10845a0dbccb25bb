import { HOUR } from '../../../src/kernel/time';
import type { CreatePermitRequest } from '../../../src/modules/permits/draft/draft.dto';
import { must, outcome, PermitWorld, PLACE, T0, type Role } from './permit-world';

let world: PermitWorld;
beforeAll(async () => {
  world = await PermitWorld.open();
  await world.namesWatchersOnce();
  await world.user('welder2', { roles: ['welder'], welderId: 'W2' });
});
afterAll(() => world?.close());
beforeEach(async () => {
  world.clock.at = T0;
  await world.sql(`update permits set state = 'cancelled'`);
});
const asked = (change: Partial<CreatePermitRequest> = {}) => world.create({ submit: true, ...change });
const FAR = { name: '远处', lat: PLACE.lat + 0.01, lng: PLACE.lng, radiusM: 100 };

describe('D18 whoever signs sees certificates, conflicts and the reasons of the level', () => {
  it('certificates of the welders named, masked, with their state; warned of at submission, to both', async () => {
    await world.sql(`update certificates set status = 'forged', number_masked = 'T411***' where id = 'C-W2'`);
    const submitted = await asked({ welderIds: ['W1', 'W2'] });
    expect(submitted.findings).toMatchObject([{ code: 'certificate.forged', severity: 'warn', welderId: 'W2' }]);
    expect(submitted.findings[0]!.message).toContain('测试焊工W2');
    const seen = await world.see(submitted.id, 'safety');
    expect(seen.findings).toEqual(submitted.findings);
    expect(seen.welders).toMatchObject([
      {
        id: 'W1',
        certificates: [{ kind: 'special-operation', operations: ['fusion'], validTo: '2030-01-01', state: 'valid' }],
      },
      { id: 'W2', certificates: [{ numberMasked: 'T411***', state: 'forged' }] },
    ]);
    for (const by of ['head', 'watcher', 'regulator', 'grid', 'manager'] as const)
      expect((await world.see(submitted.id, by)).welders[1]!.certificates).toHaveLength(1);
    const other = await world.see(submitted.id, 'welderUser');
    expect(other).toMatchObject({
      findings: [],
      conflicts: [],
      welders: [{ certificates: null }, { certificates: null }],
    });
    await world.sql(`update certificates set status = 'verified' where id = 'C-W2'`);
  });

  it('works that conflict, asked live; and what was answered with yes or raises the level', async () => {
    const { id } = await asked();
    expect((await world.see(id, 'safety')).conflicts).toEqual([]);
    const near = { name: '隔壁', lat: PLACE.lat + 0.00004, lng: PLACE.lng, radiusM: 100 };
    await asked({ place: near, welderIds: ['W2'], fireWatchId: 'watcher2' });
    expect((await world.see(id, 'safety')).conflicts).toMatchObject([{ kind: 'hot-work', placeName: '隔壁' }]);
    const levelAnswers = (await world.see(id)).reasons;
    expect(levelAnswers).toEqual([]);
  });
});

describe('D30 the same people in two permits at a time', () => {
  const twice = (change: Partial<CreatePermitRequest>, by: Role = 'manager') =>
    outcome(world.creating({ submit: true, place: FAR, welderIds: ['W2'], ...change }, by));
  const REFUSED = 'conflict permit.watcher-double-booked';

  it('one watcher: refused while the other waits, whatever the place, until it is over or called off', async () => {
    const first = await asked();
    expect(await twice({})).toBe(REFUSED);
    expect(await twice({ fireWatchId: 'watcher2' })).toBe('allowed');
    const later = (from: number) => ({
      plannedStart: new Date(from).toISOString(),
      plannedEnd: new Date(from + HOUR).toISOString(),
    });
    expect(await twice(later(T0 + 4 * HOUR - 1))).toBe(REFUSED);
    expect(await twice(later(T0 + 4 * HOUR))).toBe('allowed');
    await world.must('manager', first.id, 'cancel', { reason: '不做了' });
    expect(await twice({})).toBe('allowed');
  });

  it('two at once: one is refused', async () => {
    const both = await Promise.all([twice({}), twice({ place: { ...FAR, lat: PLACE.lat } })]);
    expect(both.sort()).toEqual(['allowed', REFUSED]);
  });

  it('a draft binds nobody, and a copy is asked anew', async () => {
    await world.create({});
    expect(await twice({})).toBe('allowed');
  });

  it('a welder at another place: both are told, neither is kept', async () => {
    const first = await asked();
    const second = await asked({ place: FAR, fireWatchId: 'watcher2' });
    expect(second.findings).toMatchObject([{ code: 'permit.welder-elsewhere', welderId: 'W1' }]);
    expect(second.findings[0]!.message).toContain(first.number);
    expect((await world.see(first.id, 'safety')).findings).toMatchObject([{ code: 'permit.welder-elsewhere' }]);
    const here = must(await world.creating({ fireWatchId: 'safety2', submit: true }));
    expect(here.findings.map(({ message }) => message).join()).not.toContain(first.number);
  });
});
