import { createPublicKey, verify } from 'node:crypto';
import { ChipCommandQueue } from '../../src/modules/jobs/chip-command-queue';
import { systemScope } from '../../src/platform/database/scope';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { Edge, type EdgeChip } from '../integration/telemetry/edge';
import { TestChip } from '../support/test-chip';

const RULED = 10_000;

describe('a chip at the edge', () => {
  let edge: Edge;
  beforeAll(async () => {
    edge = await Edge.open();
  }, 60_000);
  afterAll(() => edge.close());

  const enqueue = (chip: EdgeChip, kind: 'unlock' | 'lock', id: string, payload: object): Promise<void> =>
    edge.app.app.get(UnitOfWork).run(systemScope('test'), (tx) =>
      edge.app.app.get(ChipCommandQueue).enqueue(
        tx,
        [
          {
            id,
            chipNo: chip.chipNo,
            kind,
            jobId: 'J1',
            payload,
            expiresAt: kind === 'unlock' ? Date.now() + RULED : null,
          } as never,
        ],
        Date.now(),
      ),
    );

  it('hears the time after its birth, then open locks, then unlocks that have not expired', async () => {
    const machine = await edge.machine();
    const unlock = {
      jobId: 'J1',
      chipNo: machine.chipNo,
      boot: 1,
      outlet: 1,
      workUntil: Date.now() + 3_600_000,
      idleLimitS: 7_200,
    };
    await enqueue(machine, 'unlock', 'C1', unlock);
    await enqueue(machine, 'lock', 'C2', { reason: 'stop-order' });
    const chip = await TestChip.connect(edge.port, machine);
    await chip.birth();
    const token = String((await chip.command('unlock'))['token']);
    expect(chip.commands.map((command) => command['kind'])).toEqual(['time', 'lock', 'unlock']);
    expect(Math.abs(Number(chip.commands[0]?.['t']) - Date.now())).toBeLessThan(5_000);
    const [head = '', claims = '', signature = ''] = token.split('.');
    const key = createPublicKey(edge.app.config.unlockKeys[0]!.publicKey.export({ format: 'pem', type: 'spki' }));
    expect(verify(null, Buffer.from(`${head}.${claims}`), key, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      sub: machine.chipNo,
      jti: 'J1',
      boot: 1,
    });
    await chip.close();
  });

  it('what it says is acknowledged once it is stored, with its arc', async () => {
    const machine = await edge.machine();
    const chip = await TestChip.connect(edge.port, machine);
    await chip.birth();
    await chip.event('arc-start');
    await chip.samples([{ ms: 1_000, i: 150.1, iMax: 200, u: 24, arcMs: 1_000, relay: 'closed', outlet: 1 }]);
    await chip.ackOf(await chip.event('arc-stop'));
    expect(await edge.sql('select count(*)::int as n from samples where chip_no = $1', [machine.chipNo])).toEqual([
      { n: 1 },
    ]);
    expect(await edge.sql('select count(*)::int as n from chip_events where chip_no = $1', [machine.chipNo])).toEqual([
      { n: 2 },
    ]);
    const arcs = await edge.sql(
      'select machine_id, ended_at is not null as ended, from_events from arcs where chip_no = $1',
      [machine.chipNo],
    );
    expect(arcs).toEqual([{ machine_id: machine.machineId, ended: true, from_events: true }]);
    expect(await edge.sql('select kind, machine_id from violations where chip_no = $1', [machine.chipNo])).toEqual([
      { kind: 'off-platform', machine_id: machine.machineId },
    ]);
    const [state] = await edge.sql('select boot, seq, fw, relay, arc_on from chip_states where chip_no = $1', [
      machine.chipNo,
    ]);
    expect(state).toEqual({ boot: 1, seq: 3, fw: '1.0.0', relay: 'closed', arc_on: false });
    await chip.close();
  });

  it('its answer to a lock settles the command', async () => {
    const machine = await edge.machine();
    const chip = await TestChip.connect(edge.port, machine);
    await chip.birth();
    await chip.command('time');
    await enqueue(machine, 'lock', 'C3', { reason: 'stop-order' });
    await chip.reply(await chip.command('lock'), { ok: true, relay: 'open' });
    const settled = async () =>
      (await edge.sql('select ok from chip_commands where id = $1 and answered_at is not null', ['C3']))[0];
    expect(await edge.until(settled)).toEqual({ ok: true });
    await chip.close();
  });
});
