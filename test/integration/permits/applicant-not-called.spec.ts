import { HOUR } from '../../../src/kernel/time';
import type { CreatePermitRequest } from '../../../src/modules/permits/draft/draft.dto';
import { minutes, PermitWorld, PLACE, T0, type Role } from './permit-world';

let world: PermitWorld;
beforeAll(async () => {
  world = await PermitWorld.open();
  await world.user('head2', { roles: ['enterprise-head'], enterpriseId: 'E1' });
  await delegate('DEPUTY', 'safety2', 'safety');
});
afterAll(() => world?.close());
beforeEach(() => {
  world.clock.at = T0;
});

const delegate = (id: string, from: Role, to: Role): Promise<unknown> =>
  world.sql(
    `insert into approval_delegations (id, from_user, to_user, enterprise_id, region_code, from_at, to_at, reason, created_by, created_at)
     values ($1, $2, $3, 'E1', '411003', now() - interval '1 year', now() + interval '10 years', '测试', 'head', now())`,
    [id, from, to],
  );
const submitted = async (by: Role, change: Partial<CreatePermitRequest> = {}): Promise<string> => {
  const { id } = await world.create(change, by);
  await world.must(by, id, 'submit');
  return id;
};
const signersNow = async (id: string): Promise<string[][]> =>
  (await world.see(id)).awaited.filter(({ now }) => now).map(({ signers }) => signers);
const called = async (type: string, id: string): Promise<string[][]> =>
  (await world.events(type, id)).map(({ user_ids }) => [...user_ids].sort());

/** Whoever asks for a permit cannot sign it, also not as somebody's deputy; to call them would be to call nobody. */
describe('an applicant who has the duty to sign', () => {
  it.each<[string, Role, Role[], string]>([
    ['first', 'safety', [], 'safety2'],
    ['after others', 'head', ['safety'], 'head2'],
  ])('%s is neither named as signer nor called when the signature is overdue', async (_, applicant, signed, other) => {
    const id = await submitted(applicant);
    for (const by of signed) await world.must(by, id, 'approve');
    expect(await signersNow(id)).toEqual([[`测试${other}`]]);
    await world.elapse(minutes(30));
    expect(await called('permit.approval-overdue', id)).toEqual([[other]]);
    const [event] = await world.events('permit.approval-overdue', id);
    expect(event?.data).toMatchObject({ approvers: [other] });
  });

  it('has no deputy called in their name', async () => {
    await delegate('DELEGATED', 'safety', 'manager');
    const id = await submitted('safety');
    await world.elapse(minutes(30));
    expect(await called('permit.approval-overdue', id)).toEqual([['safety2']]);
    await world.sql(`delete from approval_delegations where id = 'DELEGATED'`);
  });

  it('is not called to issue what the others have signed', async () => {
    const id = await submitted('safety');
    await world.must('safety2', id, 'approve');
    await world.must('head', id, 'approve');
    await world.elapse(minutes(30));
    expect(await called('permit.approval-overdue', id)).toEqual([['head', 'safety2']]);
  });

  it('is not asked for the full signatures of urgent work either', async () => {
    const id = await submitted('safety', { urgent: true, urgentReason: '热力管道爆裂' });
    await world.must('head', id, 'approve');
    await world.must('head', id, 'issue');
    expect(await signersNow(id)).toEqual([['测试safety2']]);
    await world.must('watcher', id, 'fire-watch-on', { ...PLACE });
    await world.must('watcher', id, 'measures', await world.ticks(id));
    await world.must('watcher', id, 'start');
    await world.must('watcher', id, 'finish');
    await world.elapse(24 * HOUR);
    expect(await called('permit.countersign-overdue', id)).toEqual([['safety2']]);
  });

  it('hears of the submission once, as everybody whom it concerns', async () => {
    const id = await submitted('safety');
    const [, news] = await called('permit.changed', id);
    expect(news).toEqual(['safety', 'safety2', 'watcher', 'welderUser']);
  });
});
