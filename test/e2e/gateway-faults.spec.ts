import { Client } from 'pg';
import { Edge } from '../integration/telemetry/edge';
import { activate, draftPermit, newSite, POINT } from '../support/site';
import { TestChip } from '../support/test-chip';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('the edge under faults', () => {
  let edge: Edge;
  /** A connection of its own, as the owner of the tables. */
  let owner: Client;
  beforeAll(async () => {
    edge = await Edge.open();
    owner = new Client({ connectionString: edge.app.config.databaseUrl ?? '' });
    await owner.connect();
  }, 60_000);
  afterAll(async () => {
    await owner.end();
    await edge.close();
  });

  const isAcknowledged = (chip: TestChip, seq: number): boolean =>
    chip.acknowledged.some(([, from, to]) => from <= seq && seq <= to);

  it('an acknowledgement comes after the commit, not with the PUBACK', async () => {
    const machine = await edge.machine();
    const chip = await TestChip.connect(edge.port, machine);
    await chip.ackOf(await chip.event('power-on'));
    await owner.query('begin');
    await owner.query('select 1 from chip_states where chip_no = $1 for update', [machine.chipNo]);
    const seq = await chip.event('fault'); // resolves with its PUBACK
    await pause(400);
    expect(isAcknowledged(chip, seq)).toBe(false);
    await owner.query('commit');
    await chip.ackOf(seq);
    await chip.close();
  });

  it('one message that cannot be stored goes into quarantine, no other with it', async () => {
    await owner.query(`create function refuse_poison() returns trigger language plpgsql as $$
      begin if new.data ->> 'code' = 'poison' then raise 'poison'; end if; return new; end $$;
      create trigger refuse_poison before insert on chip_events for each row execute function refuse_poison()`);
    const [first, second] = [await edge.machine(), await edge.machine()];
    const [chip, other] = [await TestChip.connect(edge.port, first), await TestChip.connect(edge.port, second)];
    const seqs = await Promise.all(
      ['a', 'b', 'poison', 'c', 'd'].flatMap((code) => [
        chip.event('fault', { code }),
        other.event('fault', { code: 'fine' }),
      ]),
    );
    expect(seqs).toHaveLength(10);
    await Promise.all([chip.ackOf(5), other.ackOf(5), chip.ackOf(3)]);
    await owner.query('drop trigger refuse_poison on chip_events');
    const stored = await edge.sql(`select chip_no, seq from chip_events where chip_no in ($1, $2)`, [
      chip.chipNo,
      other.chipNo,
    ]);
    expect(stored).toHaveLength(9);
    const kept = await edge.sql('select reason, convert_from(head, $2) as head from quarantine where chip_no = $1', [
      chip.chipNo,
      'UTF8',
    ]);
    expect(kept).toMatchObject([{ reason: 'not-storable', head: expect.stringContaining('"poison"') as string }]);
    await Promise.all([chip.close(), other.close()]);
  });

  it('a day whose tables another process has dropped gets new ones', async () => {
    const chip = await TestChip.connect(edge.port, await edge.machine());
    const yesterday = Date.now() - 86_400_000;
    await owner.query(`drop table chip_events_${new Date(yesterday).toISOString().slice(0, 10).replaceAll('-', '')}`);
    await chip.ackOf(await chip.event('fault', { t: yesterday }));
    const [row] = await edge.sql<{ at: number }>('select at from chip_events where chip_no = $1', [chip.chipNo]);
    expect(row?.at).toBe(yesterday);
    expect(await edge.sql('select 1 from quarantine where chip_no = $1', [chip.chipNo])).toEqual([]);
    await chip.close();
  });

  it('a database that is away is waited for: no false acknowledgement, readiness tells, all is stored when it is back', async () => {
    const machine = await edge.machine();
    const chip = await TestChip.connect(edge.port, machine);
    await chip.ackOf(await chip.event('power-on'));
    const name = new URL(edge.app.config.databaseUrl ?? '').pathname.slice(1);
    const server = new URL(edge.app.config.databaseUrl ?? '');
    server.pathname = '/postgres';
    const admin = new Client({ connectionString: server.href });
    await admin.connect();
    owner.on('error', () => undefined);
    await admin.query(`alter database ${name} allow_connections false`);
    await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    const seqs = await Promise.all(Array.from({ length: 20 }, () => chip.event('fault')));
    await pause(600);
    expect(seqs.some((seq) => isAcknowledged(chip, seq))).toBe(false);
    const ready = await edge.app.request.get('/health/ready');
    expect({ status: ready.status, parts: (ready.body as { parts: object }).parts }).toMatchObject({
      status: 503,
      parts: { database: 'down', broker: 'up' },
    });
    await expect(TestChip.connect(edge.port, await stray())).rejects.toThrow(/unavailable/i);
    await admin.query(`alter database ${name} allow_connections true`);
    await admin.end();
    for (const seq of seqs) await chip.ackOf(seq, 10_000);
    owner = new Client({ connectionString: edge.app.config.databaseUrl ?? '' });
    await owner.connect();
    expect((await edge.app.request.get('/health/ready')).status).toBe(200);
    await chip.close();
  });

  /** Some chip whose secret the broker cannot have remembered. */
  const stray = () => Promise.resolve({ chipNo: 'TEST7777777777', secretHex: '77'.repeat(32) });

  it('a gap that stays open is asked for; one that closes by itself is not', async () => {
    const chip = await TestChip.connect(edge.port, await edge.machine());
    const told = (seq: number) =>
      chip.publish('events', { v: 1, boot: 1, seq, events: [{ kind: 'fault', t: Date.now(), up: 5_000 + seq }] });
    await told(1);
    await told(5);
    await chip.ackOf(5);
    await told(4);
    await chip.ackOf(4);
    expect(chip.commands.filter((command) => command['kind'] === 'resend')).toEqual([]);
    await edge.app.elapse(3_000);
    expect(await chip.command('resend')).toMatchObject({ boot: 1, fromSeq: 2, toSeq: 3 });
    await told(2);
    await told(3);
    await chip.ackOf(3);
    await edge.app.elapse(60_000);
    expect(chip.commands.filter((command) => command['kind'] === 'resend')).toHaveLength(1);
    await chip.close();
  });

  it('a running job’s chip that says nothing is asked first, then told of; heard again, the alert goes by itself', async () => {
    const site = await newSite(edge.app);
    const chip = await TestChip.connect(edge.port, site);
    await chip.birth();
    await chip.command('time');
    const permitId = String((await draftPermit(site))['id']);
    await activate(site, permitId);
    const job = await site.welder.must('/jobs', { machineCode: site.machineCode, permitId, ...POINT, accuracyM: 5 });
    await chip.reply(await chip.command('unlock'), { ok: true, relay: 'closed' });
    await edge.until(
      async () => (await edge.sql(`select 1 from jobs where id = $1 and state = 'running'`, [job['id']]))[0],
    );

    const asked = (): number => chip.commands.filter((command) => command['kind'] === 'time').length;
    const told = () =>
      edge.sql(`select data ->> 'jobId' as job from outbox where type = 'chip.silent' and entity_id = $1`, [
        chip.chipNo,
      ]);
    await edge.app.elapse(25_000);
    expect(asked()).toBe(1);
    await edge.app.elapse(6_000);
    expect([asked(), await told()]).toEqual([2, []]);
    await edge.app.elapse(10_000);
    expect(await told()).toEqual([{ job: job['id'] }]);
    await edge.app.elapse(10_000);
    expect([asked(), (await told()).length]).toEqual([2, 1]);

    await chip.ackOf(await chip.samples([{ ms: 10_000, i: 0, iMax: 0, u: 0, arcMs: 0, relay: 'closed', outlet: 1 }]));
    const [state] = await edge.sql('select silent_since from chip_states where chip_no = $1', [chip.chipNo]);
    expect(state).toEqual({ silent_since: null });
    await chip.close();
  });
});
