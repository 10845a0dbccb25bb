import { DelegateApproval } from '../../../src/modules/permits/delegations/delegate-approval';
import { FindDelegations } from '../../../src/modules/permits/delegations/find-delegations';
import { RevokeDelegation } from '../../../src/modules/permits/delegations/revoke-delegation';
import { DAY, HOUR } from '../../../src/kernel/time';
import { minutes, must, outcome, PermitWorld, PLACE, reasons, T0, type Role } from './permit-world';

let world: PermitWorld;
beforeAll(async () => {
  world = await PermitWorld.open();
});
afterAll(() => world?.close());
beforeEach(async () => {
  world.clock.at = T0;
  await world.sql(`update permits set watcher_id = null`);
  await world.sql('delete from approval_delegations');
});

const iso = (at: number): string => new Date(at).toISOString();

describe('nobody signs twice, whichever pair of duties is tried', () => {
  const PEOPLE: Role[] = [
    'manager',
    'safety',
    'safety2',
    'head',
    'watcher',
    'welderUser',
    'regulator',
    'admin',
    'stranger',
  ];
  const EXPECTED: Partial<Record<Role, string>> = { manager: 'forbidden permit.own-application' };
  const VISIBLE = (name: Role): boolean => name !== 'stranger';

  it.each(PEOPLE)('first the safety officer, then %s', async (second) => {
    const id = await world.upTo('submitted');
    await world.must('safety', id, 'approve');
    const expected = !VISIBLE(second)
      ? 'not-found permit.not-found'
      : second === 'head'
        ? 'allowed'
        : second === 'safety'
          ? 'forbidden permit.signed-already'
          : (EXPECTED[second] ?? 'forbidden permit.not-approver');
    expect(await outcome(world.give(second, id, 'approve'))).toBe(expected);
    const signers = await world.sql<{ user_id: string }>('select user_id from permit_signatures where permit_id = $1', [
      id,
    ]);
    expect(new Set(signers.map((row) => row.user_id)).size).toBe(signers.length);
  });

  it.each(PEOPLE)('%s as the very first', async (first) => {
    const id = await world.upTo('submitted');
    const expected: Partial<Record<Role, string>> = {
      safety: 'allowed',
      safety2: 'allowed',
      head: 'conflict permit.command-not-open',
      manager: 'forbidden permit.own-application',
      stranger: 'not-found permit.not-found',
    };
    expect(await outcome(world.give(first, id, 'approve'))).toBe(expected[first] ?? 'forbidden permit.not-approver');
  });

  it('a person with every duty signs once', async () => {
    await world.user('both', { roles: ['safety-officer', 'enterprise-head'], enterpriseId: 'E1' });
    const both = world.caller('both', { roles: ['safety-officer', 'enterprise-head'], enterpriseId: 'E1' });
    const id = await world.upTo('submitted');
    expect(await outcome(world.give(both, id, 'approve'))).toBe('allowed');
    expect(await outcome(world.give(both, id, 'approve'))).toBe('forbidden permit.signed-already');
    expect(await outcome(world.give('head', id, 'approve'))).toBe('allowed');
    await world.sql(`update users set disabled_at = now() where id = 'both'`);
  });

  it('two at once: one signature at a place', async () => {
    const id = await world.upTo('submitted');
    const answers = await Promise.all([
      outcome(world.give('safety', id, 'approve')),
      outcome(world.give('safety2', id, 'approve')),
      outcome(world.give('safety', id, 'approve')),
    ]);
    expect(answers.filter((one) => one === 'allowed')).toHaveLength(1);
    expect((await world.see(id)).signatures).toHaveLength(1);
  });

  it('the database refuses what the code would let through', async () => {
    const id = await world.upTo('submitted');
    const insert = (userId: string, step: number, onBehalfOf: string | null = null) =>
      world.sql(
        `insert into permit_signatures (permit_id, step, role, user_id, round, on_behalf_of, signed_at) values ($1, $2, 'x', $3, 1, $4, now())`,
        [id, step, userId, onBehalfOf],
      );
    await insert('safety', 0);
    await expect(insert('safety', 1)).rejects.toThrow('nobody_signs_twice');
    await expect(insert('watcher', 1, 'safety')).rejects.toThrow('nobody_is_signed_for_twice');
    await expect(insert('manager', 1)).rejects.toThrow('cannot sign it');
    await expect(insert('watcher', 1, 'manager')).rejects.toThrow('cannot sign it');
  });
});

describe('sent back, refused, taken back', () => {
  it('comes back with a reason and is signed anew', async () => {
    const id = await world.upTo('submitted');
    await world.must('safety', id, 'approve');
    expect(await world.must('head', id, 'return', { reason: '请写明动火部位' })).toMatchObject({ state: 'returned' });
    expect((await world.see(id)).history.at(-1)).toMatchObject({ command: 'return', reason: '请写明动火部位' });
    expect((await world.see(id, 'manager')).commands).toEqual(['submit', 'cancel']);
    expect(await world.must('manager', id, 'submit')).toMatchObject({ state: 'submitted', signatures: [] });
    expect(await outcome(world.give('safety', id, 'approve'))).toBe('allowed');
    expect(await outcome(world.give('head', id, 'approve'))).toBe('allowed');
  });
  it('is rejected for good', async () => {
    const id = await world.upTo('submitted');
    expect(await world.must('safety', id, 'reject', { reason: '不同意' })).toMatchObject({
      state: 'rejected',
      commands: [],
    });
    expect(await outcome(world.give('manager', id, 'submit'))).toBe('conflict permit.command-not-open');
  });
  it('needs a reason, and takes nothing that belongs to another command', async () => {
    const id = await world.upTo('submitted');
    expect(await reasons(world.give('safety', id, 'return'))).toEqual(['field.required']);
    expect(await reasons(world.give('safety', id, 'approve', { reason: 'x' }))).toEqual(['field.unknown']);
    expect(await outcome(world.give('manager', id, 'fly'))).toBe('not-found permit.command-unknown');
  });
  it('out of turn: which commands are open', async () => {
    const id = await world.upTo('submitted');
    const answer = await world.give('manager', id, 'start');
    expect(answer).toMatchObject({
      ok: false,
      refusal: {
        kind: 'conflict',
        code: 'permit.command-not-open',
        extra: { commands: ['cancel'], state: 'submitted' },
      },
    });
  });
  it('a strange person learns nothing of it', async () => {
    const id = await world.upTo('submitted');
    expect(await outcome(world.give('stranger', id, 'approve'))).toBe('not-found permit.not-found');
  });
});

describe('issuing', () => {
  it('by the last approver or a safety officer, never the applicant', async () => {
    const own = await world.create({}, 'safety2');
    await world.must('safety2', own.id, 'submit');
    await world.must('safety', own.id, 'approve');
    await world.must('head', own.id, 'approve');
    expect(await outcome(world.give('safety2', own.id, 'issue'))).toBe('forbidden permit.own-application');
    expect(await outcome(world.give('watcher', own.id, 'issue'))).toBe('forbidden permit.issuer-only');
    expect(await world.must('safety', own.id, 'issue')).toMatchObject({
      state: 'issued',
      issuedBy: '测试safety',
      ruleVersion: expect.any(String),
    });
  });
});

describe('somebody is away', () => {
  const delegate = (by: Role, body: { fromUserId?: string; toUserId: string; from?: string; to: string }) =>
    world.get(DelegateApproval).execute(world.asked(by), { reason: '出差', ...body });

  it('a stand-in signs in their name; both are on record; neither signs again', async () => {
    must(await delegate('head', { toUserId: 'safety2', to: iso(T0 + HOUR) }));
    const id = await world.upTo('submitted');
    expect(await world.see(id, 'safety2')).toMatchObject({ signsFor: null });
    await world.must('safety', id, 'approve');
    expect(await world.see(id, 'safety2')).toMatchObject({ signsFor: { id: 'head', name: '测试head' } });
    expect(await world.see(id, 'head')).toMatchObject({ signsFor: null });
    expect((await world.see(id, 'safety2')).commands).toContain('approve');
    const approved = await world.must('safety2', id, 'approve');
    expect(approved.signatures[1]).toMatchObject({
      name: '测试safety2',
      onBehalfOf: '测试head',
      role: 'enterprise-head',
    });
    expect(approved.state).toBe('approved');
    const [event] = (await world.events('permit.changed', id)).slice(-2);
    expect(event?.user_ids).toContain('safety2');
  });

  it('only between the dates, and not after it was revoked', async () => {
    const made = must(
      await delegate('head', { toUserId: 'safety2', from: iso(T0 + minutes(10)), to: iso(T0 + minutes(20)) }),
    );
    const id = await world.upTo('submitted');
    await world.must('safety', id, 'approve');
    const at = async (ms: number): Promise<string> => {
      world.clock.at = T0 + ms;
      return outcome(world.give('safety2', id, 'approve'));
    };
    expect(await at(minutes(10) - 1)).toBe('forbidden permit.not-approver');
    expect(await at(minutes(20))).toBe('forbidden permit.not-approver');
    must(await world.get(RevokeDelegation).execute(world.asked('head'), made.id));
    expect(await at(minutes(15))).toBe('forbidden permit.not-approver');
    const again = must(await world.get(RevokeDelegation).execute(world.asked('head'), made.id));
    expect(again.revokedAt).not.toBeNull();
  });

  it('never for one’s own application', async () => {
    must(await delegate('head', { toUserId: 'manager', to: iso(T0 + HOUR) }));
    const id = await world.upTo('submitted');
    await world.must('safety', id, 'approve');
    expect(await outcome(world.give('manager', id, 'approve'))).toBe('forbidden permit.own-application');
  });

  it.each<[string, Role, { fromUserId?: string; toUserId: string; from?: string; to: string }, string]>([
    ['to oneself', 'head', { toUserId: 'head', to: iso(T0 + HOUR) }, 'invalid delegation.to-oneself'],
    ['to another enterprise', 'head', { toUserId: 'stranger', to: iso(T0 + HOUR) }, 'invalid delegation.user-unknown'],
    ['to nobody', 'head', { toUserId: 'nobody', to: iso(T0 + HOUR) }, 'invalid delegation.user-unknown'],
    [
      'for a colleague',
      'safety',
      { fromUserId: 'head', toUserId: 'safety2', to: iso(T0 + HOUR) },
      'forbidden delegation.not-yours',
    ],
    [
      'by the head for a colleague',
      'head',
      { fromUserId: 'safety', toUserId: 'safety2', to: iso(T0 + HOUR) },
      'allowed',
    ],
    [
      'by a manager, who names himself for the head',
      'manager',
      { fromUserId: 'head', toUserId: 'manager', to: iso(T0 + HOUR) },
      'forbidden delegation.names-oneself',
    ],
    [
      'by a head, who names himself for the safety officer',
      'head',
      { fromUserId: 'safety', toUserId: 'head', to: iso(T0 + HOUR) },
      'forbidden delegation.names-oneself',
    ],
    [
      'by a manager to somebody whom no official ever confirms',
      'manager',
      { fromUserId: 'head', toUserId: 'watcher2', to: iso(T0 + HOUR) },
      'invalid delegation.deputy-without-seat',
    ],
    [
      'to somebody whom no official ever confirms',
      'head',
      { toUserId: 'watcher2', to: iso(T0 + HOUR) },
      'invalid delegation.deputy-without-seat',
    ],
    [
      'by a manager to a third holder of a seat',
      'manager',
      { fromUserId: 'head', toUserId: 'safety2', to: iso(T0 + HOUR) },
      'allowed',
    ],
    [
      'reversed',
      'head',
      { toUserId: 'safety', from: iso(T0 + HOUR), to: iso(T0 + HOUR) },
      'invalid delegation.times-reversed',
    ],
    ['over already', 'head', { toUserId: 'safety', from: iso(T0 - HOUR), to: iso(T0) }, 'invalid delegation.past'],
    [
      'of someone without enterprise',
      'regulator',
      { toUserId: 'grid', to: iso(T0 + HOUR) },
      'invalid delegation.no-enterprise',
    ],
  ])('a delegation %s', async (_, by, body, expected) => {
    expect(await outcome(delegate(by, body))).toBe(expected);
  });

  describe('a seat that no official has confirmed', () => {
    const waits = (id: string | null) =>
      world.sql(`update users set seat_waiting_since = case when id = $1 then now() end`, [id]);
    const waiting = (by: Role) => ({ ...world.caller(by), seatWaiting: true });
    afterEach(() => waits(null));

    it('names no deputy, and none is named for it', async () => {
      await waits('head');
      const body = { toUserId: 'safety2', to: iso(T0 + HOUR), reason: '出差' };
      const own = world.get(DelegateApproval).execute(world.asked(waiting('head')), body);
      expect(await outcome(own)).toBe('forbidden permit.seat-unconfirmed');
      expect(await outcome(delegate('manager', { ...body, fromUserId: 'head' }))).toBe(
        'forbidden delegation.holder-unconfirmed',
      );
    });

    it('signs in nobody’s name', async () => {
      must(await delegate('manager', { fromUserId: 'head', toUserId: 'safety2', to: iso(T0 + HOUR) }));
      const id = await world.upTo('submitted');
      await world.must('safety', id, 'approve');
      await waits('safety2');
      expect(await outcome(world.give(waiting('safety2'), id, 'approve'))).toBe('forbidden permit.seat-unconfirmed');
      expect(await world.must('safety2', id, 'approve')).toMatchObject({ state: 'approved' });
    });

    it('whose deputy was named before it turned out unconfirmed gives nothing away', async () => {
      must(await delegate('head', { toUserId: 'safety2', to: iso(T0 + HOUR) }));
      const id = await world.upTo('submitted');
      await world.must('safety', id, 'approve');
      await waits('head');
      expect(await outcome(world.give('safety2', id, 'approve'))).toBe('forbidden permit.not-approver');
    });
  });

  it('two seats of a permit never fall to one person; what was handed on is not handed on again', async () => {
    must(await delegate('head', { toUserId: 'safety', to: iso(T0 + HOUR) }));
    must(await delegate('safety', { toUserId: 'safety2', to: iso(T0 + HOUR) }));
    const id = await world.upTo('submitted');
    await world.must('safety', id, 'approve');
    expect(await outcome(world.give('safety', id, 'approve'))).toBe('forbidden permit.signed-already');
    expect(await outcome(world.give('safety2', id, 'approve'))).toBe('forbidden permit.not-approver');
  });

  it('a welder named on the permit signs in nobody’s name', async () => {
    await world.sql(
      `update users set enterprise_id = 'E1', roles = '{welder,enterprise-manager}' where id = 'welderUser'`,
    );
    must(await delegate('head', { toUserId: 'welderUser', to: iso(T0 + HOUR) }));
    const id = await world.upTo('submitted');
    await world.must('safety', id, 'approve');
    expect(await outcome(world.give('welderUser', id, 'approve'))).toBe('forbidden permit.own-welding');
    await world.sql(`update users set enterprise_id = null, roles = '{welder}' where id = 'welderUser'`);
  });

  it('one that a manager took for himself before that was refused gives him nothing', async () => {
    must(await delegate('head', { toUserId: 'safety2', to: iso(T0 + HOUR) }));
    await world.sql(`update approval_delegations set created_by = to_user`);
    const id = await world.upTo('submitted');
    await world.must('safety', id, 'approve');
    expect(await outcome(world.give('safety2', id, 'approve'))).toBe('forbidden permit.not-approver');
  });

  it('is listed for whom it concerns, and ended by whom it belongs to', async () => {
    const made = must(await delegate('head', { toUserId: 'safety', to: iso(T0 + HOUR) }));
    const list = (by: Role) => world.get(FindDelegations).list(world.asked(by), { limit: 10 });
    expect((await list('safety')).items).toMatchObject([{ id: made.id, fromName: '测试head', toName: '测试safety' }]);
    expect((await list('stranger')).items).toEqual([]);
    const revoke = (by: Role) => outcome(world.get(RevokeDelegation).execute(world.asked(by), made.id));
    expect(await revoke('stranger')).toBe('not-found delegation.not-found');
    expect(await revoke('safety')).toBe('forbidden delegation.not-yours');
    expect(await revoke('manager')).toBe('allowed');
  });
});

describe('an approver sleeps', () => {
  it('is reminded after half an hour, the head after an hour; each once', async () => {
    const id = await world.upTo('submitted');
    await world.elapse(minutes(30) - 1);
    expect(await world.events('permit.approval-overdue', id)).toEqual([]);
    await world.elapse(1);
    await world.look();
    const [first, none] = await world.events('permit.approval-overdue', id);
    expect(first).toMatchObject({ data: { reminder: 1 }, user_ids: expect.arrayContaining(['safety', 'safety2']) });
    expect(none).toBeUndefined();
    await world.elapse(minutes(30));
    await world.elapse(minutes(60));
    const events = await world.events('permit.approval-overdue', id);
    expect(events).toHaveLength(2);
    expect(events[1]).toMatchObject({ data: { reminder: 2 }, user_ids: expect.arrayContaining(['head', 'manager']) });
  });
  it('whoever should issue what is signed is reminded too', async () => {
    const id = await world.upTo('approved');
    await world.elapse(minutes(30));
    const [event] = await world.events('permit.approval-overdue', id);
    expect([...(event?.user_ids ?? [])].sort()).toEqual(['head', 'safety', 'safety2']);
    await world.must('head', id, 'issue');
    await world.elapse(minutes(60));
    expect(await world.events('permit.approval-overdue', id)).toHaveLength(1);
  });
  it('whoever comes next has their own time', async () => {
    const id = await world.upTo('submitted');
    await world.elapse(minutes(29));
    await world.must('safety', id, 'approve');
    await world.elapse(minutes(29));
    expect(await world.events('permit.approval-overdue', id)).toEqual([]);
    await world.elapse(minutes(1));
    expect(await world.events('permit.approval-overdue', id)).toMatchObject([{ user_ids: ['head'] }]);
  });
});

describe('nobody could sign', () => {
  it('is said at submission: who is missing, and to whom to turn', async () => {
    await world.sql(`update users set disabled_at = now() where id = 'head'`);
    const draft = await world.create();
    const answer = await world.give('manager', draft.id, 'submit');
    await world.sql(`update users set disabled_at = null where id = 'head'`);
    expect(answer).toMatchObject({
      ok: false,
      refusal: {
        kind: 'conflict',
        code: 'permit.approver-missing',
        params: { titleZh: '单位负责人', turnTo: ['测试manager'] },
        extra: {
          missing: [
            { step: 1, roles: ['enterprise-head'], turnTo: [{ name: '测试manager', role: 'enterprise-manager' }] },
          ],
        },
      },
    });
    expect(await outcome(world.give('manager', draft.id, 'submit'))).toBe('allowed');
  });
  it('D9 an applicant who alone has a duty is refused with the name of the seat, and told whom to have appointed', async () => {
    await world.sql(`update users set disabled_at = now() where id = 'safety2'`);
    const { id } = await world.create({}, 'safety');
    const refused = await world.give('safety', id, 'submit');
    expect(refused).toMatchObject({
      ok: false,
      refusal: {
        code: 'permit.approver-missing',
        params: { titleZh: '安全管理人员', turnTo: ['测试head', '测试manager'] },
        errors: [
          { path: 'approval.0', code: 'permit.seat-empty', params: { titleZh: '安全管理人员', rolesZh: '安全员' } },
        ],
      },
    });
    const draft = await world.see(id, 'safety');
    await world.sql(`update users set disabled_at = null where id = 'safety2'`);
    await world.must('safety', id, 'submit');
    expect(draft.state).toBe('draft');
    expect(draft.awaited.map((one) => ({ ...one, now: one.step === 0 }))).toMatchObject([
      { step: 0, title: '安全管理人员', now: true, missing: true, signers: [], turnTo: ['测试head', '测试manager'] },
      { step: 1, title: '单位负责人', now: false, missing: false, signers: ['测试head'], turnTo: [] },
    ]);
    expect((await world.see(id, 'safety')).awaited[0]).toMatchObject({ missing: false, signers: ['测试safety2'] });
    expect(await outcome(world.give('safety', id, 'approve'))).toBe('forbidden permit.own-application');
  });
  it('an enterprise without any leader is sent to the authority', async () => {
    await world.user('lonely', { roles: ['safety-officer'], enterpriseId: 'E3' }).catch(() => undefined);
    await world.sql(
      `insert into enterprises (id, name, kind, industry, region_code, contact_name, contact_phone_sealed, created_at)
       values ('E3', '测试', 'company', 'repair', '411003', '测试', 'x', now()) on conflict do nothing`,
    );
    const lonely = world.caller('lonely', { roles: ['safety-officer'], enterpriseId: 'E3' });
    await world.user('watch3', { roles: ['fire-watcher'], enterpriseId: 'E3' });
    const draft = must(await world.creatingAs(lonely, { fireWatchId: 'watch3' }));
    expect(await outcome(world.give(lonely, draft.id, 'submit'))).toBe('conflict permit.approver-missing-and-leader');
  });
});

describe('urgent work at night', () => {
  it('is approved by a leader alone; full signatures follow within a day', async () => {
    const draft = await world.create({ urgent: true, urgentReason: '热力管道爆裂' });
    const { id } = draft;
    await world.must('manager', id, 'submit');
    expect(await outcome(world.give('safety', id, 'approve'))).toBe('forbidden permit.not-approver');
    expect(await world.must('head', id, 'approve')).toMatchObject({ state: 'approved' });
    const issued = await world.must('head', id, 'issue');
    expect(issued).toMatchObject({
      state: 'issued',
      countersignUntil: iso(T0 + 24 * HOUR),
      awaited: [{ roles: ['safety-officer'], now: true }],
    });
    // certificate, gas test and watcher are not waived
    expect(await reasons(world.give('watcher', id, 'start'))).toEqual(['permit.watch-off', 'permit.measures-open']);
    expect(await outcome(world.give('head', id, 'countersign'))).toBe('forbidden permit.signed-already');
    expect(await world.must('safety', id, 'countersign')).toMatchObject({ state: 'issued', awaited: [] });
    await world.elapse(25 * HOUR);
    expect(await world.events('permit.countersign-overdue', id)).toEqual([]);
  });
  it('names the duty of a leader who has no place in the chain', async () => {
    const { id } = await world.create(
      {
        regime: 'construction',
        level: 'third',
        urgent: true,
        urgentReason: '热力管道爆裂',
      },
      'safety2',
    );
    await world.must('safety2', id, 'submit');
    expect(await world.must('head', id, 'approve')).toMatchObject({ signatures: [{ title: '值班领导' }] });
  });
  it('signatures that do not come are missed, once', async () => {
    const { id } = await world.create({ urgent: true, urgentReason: '热力管道爆裂' });
    await world.must('manager', id, 'submit');
    await world.must('head', id, 'approve');
    await world.must('head', id, 'issue');
    await world.must('watcher', id, 'fire-watch-on', { ...PLACE });
    await world.must('watcher', id, 'measures', await world.ticks(id));
    await world.must('watcher', id, 'start');
    await world.must('watcher', id, 'finish');
    world.clock.at += minutes(31);
    await world.must('watcher', id, 'close', { residualFire: false });
    world.clock.at = T0;
    await world.elapse(24 * HOUR - 1);
    expect(await world.events('permit.countersign-overdue', id)).toEqual([]);
    await world.elapse(1);
    await world.elapse(HOUR);
    expect(await world.events('permit.countersign-overdue', id)).toMatchObject([
      { user_ids: expect.arrayContaining(['safety']) },
    ]);
    expect(await outcome(world.give('safety', id, 'countersign'))).toBe('allowed');
  });
  it('two left unsigned within thirty days close that way, and are named', async () => {
    const urgent = { urgent: true, urgentReason: '热力管道爆裂' };
    const asked = async () => outcome(world.give('manager', (await world.create(urgent)).id, 'submit'));
    const unsigned = async (day: number) => {
      const { id, number } = await world.create(urgent);
      await world.sql('update permits set countersign_overdue_at = $2 where id = $1', [id, new Date(T0 - day * DAY)]);
      return number;
    };
    await world.sql('update permits set countersign_overdue_at = null');
    await unsigned(31);
    const numbers = [await unsigned(29)];
    expect(await asked()).toBe('allowed');
    numbers.push(await unsigned(1));
    const { id } = await world.create(urgent);
    expect(await world.give('manager', id, 'submit')).toMatchObject({
      ok: false,
      refusal: { code: 'permit.urgent-closed', extra: { numbers } },
    });
    expect(await outcome(world.give('manager', (await world.create({})).id, 'submit'))).toBe('allowed');
    await world.sql('update permits set countersign_overdue_at = null');
  });
  it.each(['second', 'first', 'special'])('D8 is refused in a plant at every level: %s', async (level) => {
    const asked = { level, gases: ['methane'], urgent: true, urgentReason: '泄漏' };
    expect(await outcome(world.creating({ ...asked, regime: 'chemical' }))).toBe('invalid permit.urgent-not-allowed');
  });

  it.each([
    ['without a reason', { urgent: true }, 'invalid permit.urgent-reason-missing'],
    ['a small job', { regime: 'small', urgent: true, urgentReason: '急' }, 'invalid permit.urgent-not-allowed'],
    [
      'special work in a plant',
      { regime: 'chemical', level: 'special', urgent: true, urgentReason: '急' },
      'invalid permit.urgent-not-allowed',
    ],
  ] as const)('%s', async (_, change, expected) => {
    expect(await outcome(world.creating(change))).toBe(expected);
  });
});

describe('a building site', () => {
  it('the issuer confirms the visit before signing', async () => {
    const { id } = await world.create({ regime: 'construction', level: 'first' });
    await world.must('manager', id, 'submit');
    await world.must('head', id, 'approve');
    expect(await reasons(world.give('safety', id, 'approve'))).toEqual(['permit.site-visit-missing']);
    expect(await reasons(world.give('safety', id, 'site-visit', { lat: 34.2, lng: PLACE.lng, accuracyM: 20 }))).toEqual(
      ['permit.not-on-site'],
    );
    expect(await reasons(world.give('safety', id, 'site-visit'))).toEqual(['field.required', 'field.required']);
    expect((await world.must('safety', id, 'site-visit', { ...PLACE, accuracyM: 20 })).siteVisits).toMatchObject([
      { name: '测试safety' },
    ]);
    expect(await outcome(world.give('safety2', id, 'approve'))).toBe('conflict permit.not-ready');
    expect(await world.must('safety', id, 'approve')).toMatchObject({ state: 'approved' });
  });
});
