import { HOUR } from '../../../src/kernel/time';
import { minutes, outcome, PermitWorld, PLACE, reasons, T0 } from './permit-world';

let world: PermitWorld;
beforeAll(async () => {
  world = await PermitWorld.open();
});
afterAll(() => world?.close());
beforeEach(async () => {
  world.clock.at = T0;
  await world.sql(`update permits set watcher_id = null, state = 'cancelled' where state not in ('closed')`);
});

describe('one watcher, one point', () => {
  it('whoever watches elsewhere cannot sign on, until that is closed', async () => {
    const first = await world.upTo('active');
    const second = await world.upTo('issued');
    const { number } = await world.see(first);
    const refused = await world.give('watcher', second, 'fire-watch-on', { ...PLACE });
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'permit.not-ready', extra: { reasons: [{ code: 'permit.watcher-elsewhere', number }] } },
    });
    await world.must('watcher', first, 'finish');
    expect(await reasons(world.give('watcher', second, 'fire-watch-on'))).toEqual(['permit.watcher-elsewhere']);
    world.clock.at = T0 + minutes(30);
    await world.must('watcher', first, 'close', { residualFire: false });
    expect(await outcome(world.give('watcher', second, 'fire-watch-on'))).toBe('allowed');
  });

  it('two sign-ons at once: the database decides', async () => {
    const [a, b] = [await world.upTo('issued'), await world.upTo('issued')];
    const answers = await Promise.all([a, b].map((id) => reasons(world.give('watcher', id, 'fire-watch-on'))));
    expect(answers.flat().sort()).toEqual(['allowed', 'permit.watcher-elsewhere']);
    const bound = await world.sql(`select id from permits where watcher_id = 'watcher' and state = 'issued'`);
    expect(bound).toHaveLength(1);
    await expect(world.sql(`update permits set watcher_id = 'watcher' where id = any($1)`, [[a, b]])).rejects.toThrow(
      'permits_one_watch',
    );
  });

  it('signing on twice is a tap', async () => {
    const id = await world.upTo('issued');
    await world.must('watcher', id, 'fire-watch-on', { ...PLACE });
    world.clock.at += minutes(5);
    const again = await world.must('watcher', id, 'fire-watch-on', { ...PLACE });
    expect(again.watchOnAt).toBe(new Date(T0).toISOString());
    expect(again.taps.map(({ kind }) => kind)).toEqual(['on', 'on']);
  });

  it('is signed on at the place, by the watcher named', async () => {
    const id = await world.upTo('issued');
    expect(
      await reasons(world.give('watcher', id, 'fire-watch-on', { lat: 34.13, lng: PLACE.lng, accuracyM: 30 })),
    ).toEqual(['permit.not-on-site']);
    expect(await outcome(world.give('watcher2', id, 'fire-watch-on', { ...PLACE }))).toBe(
      'forbidden permit.watcher-only',
    );
    expect(
      await outcome(world.give('watcher', id, 'fire-watch-on', { lat: 34.1209, lng: PLACE.lng, accuracyM: 30 })),
    ).toBe('allowed');
  });
});

describe('presence', () => {
  it('taps keep the work going', async () => {
    const id = await world.upTo('active');
    for (let n = 0; n < 3; n += 1) {
      await world.elapse(minutes(59));
      const tapped = await world.must('watcher', id, 'watch-tap', { ...PLACE });
      expect(tapped).toMatchObject({ state: 'active', nextTapAt: new Date(world.clock.at + HOUR).toISOString() });
    }
    expect(await world.events('permit.watch-tap-missed', id)).toEqual([]);
  });

  it('a missed one calls the safety officers, once; after ten minutes the work stops', async () => {
    const id = await world.upTo('active');
    await world.elapse(minutes(60));
    await world.elapse(minutes(5));
    const called = await world.events('permit.watch-tap-missed', id);
    expect(called).toHaveLength(1);
    expect(called[0]?.user_ids).toEqual(expect.arrayContaining(['safety', 'safety2', 'watcher']));
    expect((await world.see(id)).state).toBe('active');
    expect((await world.see(id)).taps.at(-1)).toMatchObject({ kind: 'missed' });
    await world.elapse(minutes(5));
    expect(await world.see(id)).toMatchObject({
      state: 'suspended',
      suspendReason: '监护人没有按时报到',
      watchOnAt: null,
    });
    expect(await reasons(world.give('manager', id, 'resume'))).toEqual(['permit.watch-off']);
    await world.must('watcher', id, 'fire-watch-on', { ...PLACE });
    expect(await world.must('watcher', id, 'resume')).toMatchObject({ state: 'active', tapMissedAt: null });
  });

  it('a late tap within the patience is good enough', async () => {
    const id = await world.upTo('active');
    await world.elapse(minutes(69));
    await world.must('watcher', id, 'watch-tap');
    await world.elapse(minutes(5));
    expect(await world.see(id)).toMatchObject({ state: 'active', tapMissedAt: null });
  });

  it('a substitute takes the place and frees the one before', async () => {
    const id = await world.upTo('active');
    const other = await world.upTo('issued');
    await world.elapse(minutes(65));
    expect((await world.see(id, 'watcher2')).commands).toContain('substitute-watch');
    const taken = await world.must('watcher2', id, 'substitute-watch', { ...PLACE });
    expect(taken).toMatchObject({
      state: 'active',
      fireWatch: { id: 'watcher2' },
      watchOnAt: new Date(world.clock.at).toISOString(),
      tapMissedAt: null,
    });
    expect(await outcome(world.give('watcher', id, 'watch-tap'))).toBe('forbidden permit.watcher-only');
    expect(await outcome(world.give('watcher', other, 'fire-watch-on'))).toBe('allowed');
    expect(await outcome(world.give('head', id, 'substitute-watch'))).toBe('forbidden permit.watcher-not-qualified');
    expect(await reasons(world.give('watcher', id, 'substitute-watch'))).toEqual(['permit.watcher-elsewhere']);
  });

  it('a watcher who leaves suspends the work', async () => {
    const id = await world.upTo('active');
    expect(await world.must('watcher', id, 'fire-watch-off', { reason: '吃饭' })).toMatchObject({
      state: 'suspended',
      suspendReason: '监护人离岗',
      watchOnAt: null,
    });
    expect((await world.see(id)).taps.map(({ kind }) => kind)).toEqual(['on', 'off']);
  });
});

describe('the watch after the work', () => {
  it('cannot be closed early, whatever the code does', async () => {
    const id = await world.upTo('fire_watch');
    expect(await reasons(world.give('watcher', id, 'close', { residualFire: false }))).toEqual([
      'permit.watch-running',
    ]);
    await expect(
      world.sql(
        `update permits set state = 'closed', closed_at = watch_until - interval '1 millisecond' where id = $1`,
        [id],
      ),
    ).rejects.toThrow('watch_is_kept');
  });

  it('residual fire calls for help and goes on watching', async () => {
    const id = await world.upTo('fire_watch');
    world.clock.at = T0 + minutes(30);
    expect(await reasons(world.give('watcher', id, 'close', { residualFire: true }))).toEqual(['permit.residual-fire']);
    expect((await world.see(id)).state).toBe('fire_watch');
    expect(await world.events('permit.residual-fire', id)).toMatchObject([
      { user_ids: expect.arrayContaining(['safety', 'manager']) },
    ]);
    expect(await reasons(world.give('watcher', id, 'close'))).toEqual(['field.required']);
    expect(await outcome(world.give('watcher', id, 'close', { residualFire: false }))).toBe('allowed');
  });

  it('somebody must stay: who left is replaced before it closes', async () => {
    const id = await world.upTo('suspended');
    await world.must('watcher', id, 'fire-watch-off');
    await world.must('manager', id, 'finish');
    world.clock.at = T0 + minutes(31);
    const photoId = await world.photo('manager');
    expect(await reasons(world.give('manager', id, 'close', { residualFire: false, photoId }))).toEqual([
      'permit.watch-off',
    ]);
    await world.must('watcher2', id, 'substitute-watch', { ...PLACE });
    expect(await outcome(world.give('watcher2', id, 'close', { residualFire: false }))).toBe('allowed');
  });
});

describe('expiry', () => {
  it('is enforced without any timer, written down by one', async () => {
    const id = await world.upTo('active');
    world.clock.at = T0 + 4 * HOUR - 1;
    expect((await world.see(id)).state).toBe('active');
    world.clock.at = T0 + 4 * HOUR;
    expect((await world.see(id)).state).toBe('expired');
    expect(await outcome(world.give('watcher', id, 'suspend', { reason: '测试' }))).toBe(
      'conflict permit.command-not-open',
    );
    expect(await world.sql('select state from permits where id = $1', [id])).toEqual([{ state: 'active' }]);
    await world.look();
    expect(await world.sql('select state from permits where id = $1', [id])).toEqual([{ state: 'expired' }]);
    expect((await world.see(id)).history.at(-1)).toMatchObject({
      command: 'expire',
      fromState: 'active',
      toState: 'expired',
      byName: 'timer',
    });
    // whoever worked still watches
    expect(await world.must('watcher', id, 'finish')).toMatchObject({ state: 'fire_watch' });
  });
  it('frees a watcher under whom nothing was begun', async () => {
    const id = await world.upTo('issued');
    await world.must('watcher', id, 'fire-watch-on');
    await world.elapse(4 * HOUR);
    expect(await world.see(id)).toMatchObject({ state: 'expired', watchOnAt: null });
    expect(await outcome(world.give('watcher', id, 'finish'))).toBe('conflict permit.command-not-open');
  });
  it('finds permits that were stored without a deadline', async () => {
    const id = await world.upTo('submitted');
    await world.sql('delete from permit_deadlines where permit_id = $1', [id]);
    await world.elapse(4 * HOUR);
    expect(await world.sql('select state from permits where id = $1', [id])).toEqual([{ state: 'expired' }]);
  });
  it('expiry against start: never both', async () => {
    const id = await world.upTo('issued');
    await world.must('watcher', id, 'fire-watch-on');
    await world.must('watcher', id, 'measures', await world.ticks(id));
    world.clock.at = T0 + 4 * HOUR;
    const [started] = await Promise.all([outcome(world.give('watcher', id, 'start')), world.look()]);
    expect(started).toBe('conflict permit.command-not-open');
    expect((await world.see(id)).state).toBe('expired');
  });
});

describe('the authority', () => {
  it('stops what only it lets go on', async () => {
    const id = await world.upTo('active');
    expect(await world.must('regulator', id, 'suspend', { reason: '现场混乱' })).toMatchObject({
      state: 'suspended',
      stoppedByAuthority: true,
    });
    expect(await outcome(world.give('watcher', id, 'resume'))).toBe('forbidden permit.authority-only');
    expect(await world.must('regulator', id, 'resume')).toMatchObject({ state: 'active', stoppedByAuthority: false });
    const own = await world.upTo('suspended', { fireWatchId: 'watcher2' }).catch(() => null);
    expect(own).toBeNull(); // another watcher than the one named cannot sign on
  });
});

describe('an amendment', () => {
  it('is asked for by one and confirmed by another', async () => {
    const id = await world.upTo('active', { machineIds: ['M1'] });
    const asked = await world.must('manager', id, 'amend', { welderIds: ['W1', 'W2'], machineIds: ['M2'] });
    expect(asked.welders.map((one) => one.id)).toEqual(['W1']);
    expect(asked.amendments).toMatchObject([{ welders: [{ id: 'W2' }], machines: [{ id: 'M2' }], confirmedBy: null }]);
    expect(await outcome(world.give('manager', id, 'amend', { confirm: true }))).toBe('forbidden permit.own-amendment');
    expect(await reasons(world.give('head', id, 'amend', { welderIds: ['W3'] }))).toEqual(['permit.amendment-waits']);
    const confirmed = await world.must('head', id, 'amend', { confirm: true });
    expect(confirmed.welders.map((one) => one.id)).toEqual(['W1', 'W2']);
    expect(confirmed.machines.map((one) => one.id)).toEqual(['M1', 'M2']);
    const rows = await world.sql(`select welder_id, amended_by from permit_welders where permit_id = $1 order by 1`, [
      id,
    ]);
    expect(rows).toEqual([
      { welder_id: 'W1', amended_by: null },
      { welder_id: 'W2', amended_by: 'manager' },
    ]);
    expect(await outcome(world.give('safety', id, 'amend', { confirm: true }))).toBe(
      'conflict permit.command-not-open',
    );
  });
  it('makes no welder of the watcher, neither when it is asked for nor when it is confirmed', async () => {
    const weldsToo = (user: string, welderId: string | null) =>
      world.sql('update users set welder_id = $2 where id = $1', [user, welderId]);
    const id = await world.upTo('active');
    await weldsToo('watcher', 'W2');
    expect(await reasons(world.give('manager', id, 'amend', { welderIds: ['W2'] }))).toEqual([
      'permit.watcher-is-welder',
    ]);
    await weldsToo('watcher', null);
    await world.must('manager', id, 'amend', { welderIds: ['W2'] });
    await weldsToo('watcher', 'W2');
    expect(await reasons(world.give('head', id, 'amend', { confirm: true }))).toEqual(['permit.watcher-is-welder']);
    await weldsToo('watcher', null);
    expect((await world.must('head', id, 'amend', { confirm: true })).welders.map((one) => one.id)).toEqual([
      'W1',
      'W2',
    ]);
  });
  it('makes no welder of whoever approved, or confirms it', async () => {
    const weldsToo = (user: string, welderId: string | null) =>
      world.sql('update users set welder_id = $2 where id = $1', [user, welderId]);
    const id = await world.upTo('active');
    await weldsToo('head', 'W2');
    expect(await reasons(world.give('manager', id, 'amend', { welderIds: ['W2'] }))).toEqual([
      'permit.signer-is-welder',
    ]);
    await weldsToo('head', null);
    await world.must('manager', id, 'amend', { welderIds: ['W2'] });
    await weldsToo('head', 'W2');
    expect(await reasons(world.give('head', id, 'amend', { confirm: true }))).toEqual(['permit.signer-is-welder']);
    await weldsToo('head', null);
  });
  it.each([
    ['nothing new', { welderIds: ['W1'] }, ['permit.nothing-to-add']],
    ['a welder nobody knows', { welderIds: ['W99'] }, ['permit.welder-unknown']],
    ['a machine where any may be used', { machineIds: ['M1'] }, ['permit.any-machine-named']],
    ['nothing at all', {}, ['permit.nothing-to-add']],
  ])('%s', async (_, body, expected) => {
    const id = await world.upTo('active');
    expect(await reasons(world.give('manager', id, 'amend', body))).toEqual(expected);
  });
});

describe('photos and signatures', () => {
  const file = async (id: string, by: string): Promise<void> => {
    await world.sql(
      `insert into files (id, media_type, sha256, bytes, width, height, uploaded_by, uploaded_at) values ($1, 'image/jpeg', $2, '\\x00', 1, 1, $3, now())`,
      [id, `hash-of-${id}`, by],
    );
  };
  it('are the caller’s own, and their hashes are in the audit trail', async () => {
    await file('F-safety', 'safety');
    await file('F-watcher', 'watcher');
    const id = await world.upTo('submitted');
    expect(await outcome(world.give('safety', id, 'approve', { signatureFileId: 'F-watcher' }))).toBe(
      'invalid permit.file-unknown',
    );
    const signed = await world.must('safety', id, 'approve', { signatureFileId: 'F-safety' });
    expect(signed.signatures).toMatchObject([{ signatureFileId: 'F-safety' }]);
    const [audit] = await world.sql<{ after: unknown }>(
      `select after from audit_entries where entity_id = $1 and action = 'permit.approve'`,
      [id],
    );
    expect(audit?.after).toMatchObject({ signature: { fileId: 'F-safety', sha256: 'hash-of-F-safety' } });
    const burning = await world.upTo('fire_watch');
    world.clock.at = T0 + minutes(30);
    expect(
      await reasons(world.give('watcher', burning, 'close', { residualFire: false, photoId: 'F-safety' })),
    ).toEqual(['permit.file-unknown']);
    expect(await world.must('watcher', burning, 'close', { residualFire: false, photoId: 'F-watcher' })).toMatchObject({
      closePhotoId: 'F-watcher',
    });
  });
});
