import { ConfirmByOccupier } from '../../../src/modules/permits/occupier/confirm-by-occupier';
import { SignaturesDue } from '../../../src/modules/permits/people/signatures-due.view';
import { HOUR } from '../../../src/kernel/time';
import { minutes, must, outcome, PermitWorld, PLACE, T0 } from './permit-world';

let world: PermitWorld;
beforeAll(async () => {
  world = await PermitWorld.open();
  await world.user('gridManager', {
    roles: ['grid-worker', 'enterprise-manager'],
    enterpriseId: 'E1',
    regionCode: '411003',
  });
  for (const away of ['head', 'gridManager'])
    await world.sql(
      `insert into approval_delegations (id, from_user, to_user, enterprise_id, region_code, from_at, to_at, reason, created_by, created_at)
       values ($1, $1, 'safety2', 'E1', '411003', now() - interval '1 year', now() + interval '10 years', '出差', $1, now())`,
      [away],
    );
});
afterAll(() => world?.close());
beforeEach(() => {
  world.clock.at = T0;
});

const due = (): Promise<string[]> => world.get(SignaturesDue).of(world.asked('safety2'));
const called = async (type: string, id: string): Promise<string[]> =>
  (await world.events(type, id)).at(-1)?.user_ids ?? [];

describe('a deputy signs for the enterprise of both, as long as both belong there', () => {
  it.each<[string, string, boolean]>([
    ['as named', 'select 1', true],
    ['after the deputy went to another firm', `update users set enterprise_id = 'E2' where id = 'safety2'`, false],
    ['after who is away went to another firm', `update users set enterprise_id = 'E2' where id = 'head'`, false],
    [
      'named at a firm where both were before',
      `update approval_delegations set enterprise_id = 'E2' where id = 'head'`,
      false,
    ],
    ['after the deputy gave up the seat', `update users set roles = '{fire-watcher}' where id = 'safety2'`, false],
    ['after the account of who is away was closed', `update users set disabled_at = now() where id = 'head'`, false],
  ])('%s', async (_, change, counts) => {
    const id = await world.upTo('submitted');
    await world.sql(change);
    await world.must('safety', id, 'approve');
    expect((await due()).includes(id)).toBe(counts);
    expect((await called('permit.changed', id)).includes('safety2')).toBe(counts);
    expect(await outcome(world.give('safety2', id, 'approve'))).toBe(
      counts ? 'allowed' : 'forbidden permit.not-approver',
    );
    await world.sql(`update approval_delegations set enterprise_id = 'E1'`);
    await world.sql(
      `update users set enterprise_id = 'E1', disabled_at = null,
         roles = case id when 'safety2' then '{safety-officer}' else '{enterprise-head}' end::text[]
       where id in ('head', 'safety2')`,
    );
  });

  it('and never as the official that a colleague is besides', async () => {
    world.clock.at = T0 + 12.5 * HOUR; // such places are closed then
    const { id } = await world.create(
      {
        regime: 'small',
        fireWatchId: undefined,
        occupierPhone: '19900007777',
        submit: true,
        plannedStart: new Date(world.clock.at).toISOString(),
        plannedEnd: new Date(world.clock.at + 2 * HOUR).toISOString(),
        place: { name: '王记面馆', ...PLACE, kinds: ['live-in-business'] },
      },
      'manager',
    );
    const code = world.lastCode();
    must(await world.get(ConfirmByOccupier).execute(id, { code, watches: true, ...PLACE, accuracyM: 10 }));
    expect(await due()).not.toContain(id);
    expect(await outcome(world.give('safety2', id, 'approve'))).toBe('forbidden permit.not-approver');
    await world.elapse(minutes(30));
    expect([...(await called('permit.approval-overdue', id))].sort()).toEqual(['grid', 'gridManager']);
  });
});
