import { RuleBook } from '../../../src/domain/rules/rule-book';
import { join } from 'node:path';
import { Client } from 'pg';
import { DAY, HOUR, MINUTE, SECOND, type Instant } from '../../../src/kernel/time';
import { examineHouse } from '../../../src/modules/operations/doctor/examine-house';
import { PurgeOutbox } from '../../../src/modules/operations/purge-outbox';
import { Retention } from '../../../src/modules/telemetry/retention';
import { examineCertificates } from '../../../src/platform/doctor/examine-certificates';
import { examineDatabase } from '../../../src/platform/doctor/examine-database';
import { OutboxReader } from '../../../src/platform/outbox/outbox.reader';
import type { RulesReader } from '../../../src/modules/rules/rules.reader';
import type { Config } from '../../../src/platform/config/config';
import { Clock } from '../../../src/platform/time/clock';
import { testConfig } from '../platform/house';
import { T0, TelemetryWorld } from './telemetry-world';

const rule = (key: string, value: number) => ({
  ...{ id: key, key, regime: '', level: '', regionCode: '', validFrom: 0, validTo: null },
  ...{ value, source: 'test', certainty: 'default' as const },
});

describe('what chips reported is not kept for ever', () => {
  let world: TelemetryWorld;
  beforeAll(async () => {
    world = await TelemetryWorld.open();
  }, 60_000);
  afterAll(() => world.close());

  it('samples, events and digests go after their days, what could not be read after its own; arcs stay', async () => {
    const book = new RuleBook([rule('retention.samples-days', 90), rule('retention.quarantine-days', 30)], 'test');
    const rules = { book: () => book } as RulesReader;
    const retention = new Retention(world.db.uow, world.partitions, rules, new Clock(), {} as Config);
    const chip = await world.chip();
    await world.take([chip.birth(0), chip.events(1, [{ kind: 'arc-start', up: SECOND }, { kind: 'arc-stop', up: 5 * SECOND }])]); // prettier-ignore
    await world.take([chip.samples(2, [{ up: 10 * SECOND }]), chip.unreadable(null, 'noise')]);
    const kept = async (): Promise<number[]> => [
      await world.count('samples', chip),
      await world.count('chip_events', chip),
      await world.count('message_digests', chip),
      await world.count('quarantine', chip),
      (await world.arcs(chip)).length,
    ];
    const endOfDay = Date.parse('2026-06-11T00:00:00Z');
    await retention.execute(T0 + 30 * DAY);
    expect(await kept()).toEqual([1, 2, 2, 1, 1]);
    await retention.execute(T0 + 30 * DAY + 20 * SECOND);
    expect(await kept()).toEqual([1, 2, 2, 0, 1]);
    await retention.execute(endOfDay - 1 + 90 * DAY);
    expect(await kept()).toEqual([1, 2, 2, 0, 1]);
    await retention.execute(endOfDay + 90 * DAY);
    expect(await kept()).toEqual([0, 0, 0, 0, 1]);
  });

  it('a message that comes again after its digest went is believed to be the same', async () => {
    const chip = await world.chip();
    const one = chip.samples(1, [{ up: 10 * SECOND }]);
    await world.take([one]);
    await world.partitions.drop(T0 + 200 * DAY);
    const { signals, acks } = await world.take([one]);
    expect([signals, acks[0]?.ranges]).toEqual([[], [[1, 1]]]);
    expect(await world.count('samples', chip)).toBe(0);
  });
});

describe('the doctor names what was really brought about, and is quiet once it is mended', () => {
  const NOW = Date.now();
  const CLOCKS = 'The clocks of this machine and the database';
  const config = testConfig();
  let world: TelemetryWorld;
  let client: Client;
  beforeAll(async () => {
    world = await TelemetryWorld.open();
    client = new Client({ connectionString: world.db.url });
    await client.connect();
    const { chipNo } = await world.chip();
    await heard(chipNo, 0);
    await world.partitions.create([-DAY, 0, DAY].map((days) => new Date(NOW + days).toISOString().slice(0, 10)));
  }, 60_000);
  afterAll(async () => {
    await client.end();
    await world.close();
  });

  const ago = (ms: number): Date => new Date(NOW - ms);
  const owner = (sql: string, params: readonly unknown[] = []): Promise<unknown> => client.query(sql, [...params]);
  const heard = (chipNo: string, msAgo: number): Promise<unknown> =>
    owner('insert into chip_states (chip_no, last_seen_at) values ($1, $2)', [chipNo, ago(msAgo)]);
  const complaints = async (): Promise<string[]> =>
    [...(await examineDatabase(client, config, Date.now)), ...(await examineHouse(world.db.uow, NOW))]
      .filter(({ grade, en }) => grade !== 'fine' && !en.startsWith(CLOCKS)) // a busy machine answers late
      .map(({ grade, en }) => `${grade}: ${en}`);
  const insertEvent = `insert into outbox (type, at, entity, entity_id) values ('x', $1, 'thing', 'T')`;
  const bookOf = (days: number) =>
    ({ book: () => new RuleBook([rule('retention.outbox-days', days)], 'test') }) as RulesReader;
  const purge = (days: number): Promise<void> =>
    new PurgeOutbox(new OutboxReader(world.db.uow), bookOf(days), {} as Config, new Clock()).execute(NOW);

  it('nothing where all is well', async () => {
    expect(await complaints()).toEqual([]);
  });

  it('events beyond the days of the rule, until the job has run by that rule', async () => {
    await owner(insertEvent, [ago(9 * DAY)]);
    await owner(insertEvent, [ago(0)]);
    await untilCertain();
    expect(await complaints()).toEqual([expect.stringMatching(/^fault: .* not erased: outbox\./)]);
    await purge(10);
    expect(await complaints()).toHaveLength(1);
    await purge(7);
    expect(await complaints()).toEqual([]);
  });

  it.each([
    ['an unreadable message of 32 days', `insert into quarantine (received_at, chip_no, topic, reason, digest, head) values (now() - interval '32 days', 'C', 't', 'r', 'd', '')`, 'delete from quarantine', /^fault: .* not erased: quarantine\./],
    ['a place of a chip of a year', `update chip_states set lat = 1, lng = 1, accuracy_m = 1, position_at = now() - interval '400 days'`, 'update chip_states set lat = null, lng = null, accuracy_m = null, position_at = null', /^fault: .* not erased: chip-positions\./],
    ['days of samples of last year', `create table samples_20250101 partition of samples for values from ('2025-01-01') to ('2025-01-02')`, 'drop table samples_20250101', /^warning: Partitions should have been dropped \(samples 2025-01-01;/],
    ['a consumer that stands still', `insert into outbox_consumers (name, epoch, xid, id, moved_at) values ('notices', 1, '0', 0, now())`, 'delete from outbox_consumers', /^fault: notices has taken no events for 120 minutes \(1 wait\)/],
    ['work that failed too often', `insert into pgboss.job (name) values ('message-lanes-dead')`, 'delete from pgboss.job', /^warning: 1 pieces of work lie in the queue message-lanes-dead/],
    ['a replication slot without a standby', `select pg_create_physical_replication_slot('doctor_test', true)`, `select pg_drop_replication_slot('doctor_test')`, /^warning: Nobody uses replication slot doctor_test now/],
    ['a migration of this release that was not run', `create table kept as select * from migrations order by id desc limit 1; delete from migrations where id = (select id from kept)`, 'insert into migrations select * from kept; drop table kept', /^warning: 1 migrations are not done/],
    ['a migration of a later release', `insert into migrations (timestamp, name) values (9, 'later')`, `delete from migrations where name = 'later'`, /^fault: The database is newer than the program \(later\)/],
  ])('%s', async (_, make, mend, complaint) => {
    await owner('truncate outbox');
    await owner(insertEvent, [ago(2 * HOUR)]);
    await owner(make);
    expect(await complaints()).toEqual([expect.stringMatching(complaint)]);
    await owner(mend);
    expect(await complaints()).toEqual([]);
  }); // prettier-ignore

  it('messages that are late, and messages that were given up', async () => {
    await owner(`insert into users (id, username, name, password_hash, roles, created_at) values ('U', 'user-u', '赵', 'x', '{admin}', now())`); // prettier-ignore
    const insert = `insert into messages (id, event_key, kind, channel, recipient, user_id, lane, entity, entity_id, urgent, state, next_try_at, made_at, settled_at)
      values ($1, $1, 'k', 'sms', 'U', 'U', 'l', 'thing', 'T', false, $2, $3, $3, $4)`;
    await owner(insert, ['given-up', 'dead', ago(HOUR), ago(MINUTE)]);
    expect(await complaints()).toEqual([expect.stringMatching(/^warning: 1 messages were given up/)]);
    await owner(insert, ['late', 'queued', ago(HOUR), null]);
    expect(await complaints()).toEqual([expect.stringMatching(/^fault: Messages are due for 60 minutes/)]);
    await owner('delete from messages');
    expect(await complaints()).toEqual([]);
  });

  it('tomorrow without tables', async () => {
    const later = NOW + DAY;
    const found = await examineHouse(world.db.uow, later);
    expect(found.filter(({ en }) => en.startsWith('Tomorrow’s partitions are missing (chip_events, '))).toHaveLength(1);
  });

  it('chips that fell silent', async () => {
    const { chipNo } = await world.chip();
    await owner('update chip_states set last_seen_at = $1', [ago(2 * DAY)]);
    expect(await complaints()).toEqual([expect.stringMatching(/^warning: Of 2 chips on machines 1 were not heard for a day and 1 never/)]); // prettier-ignore
    await heard(chipNo, 0);
    expect(await complaints()).toEqual([]);
  });

  it('clocks that are apart', async () => {
    const found = await examineDatabase(client, config, () => Date.now() - HOUR);
    expect(found.filter(({ en }) => en.startsWith(CLOCKS)).map(({ grade }) => grade)).toEqual(['fault']);
  });

  it('certificates: valid, ended, unreadable', () => {
    const tlsCert = join(__dirname, '../../e2e/fixtures/gateway-tls-cert.pem');
    const gradeAt = (at: Instant) => examineCertificates({ tlsCert, mqttClientCa: null }, at).map(({ grade }) => grade);
    expect([NOW, Date.UTC(2126, 9, 20), Date.UTC(2127, 0, 1)].flatMap(gradeAt)).toEqual(['fine', 'warning', 'fault']);
    expect(examineCertificates({ tlsCert: null, mqttClientCa: __filename }, NOW)[0]?.grade).toBe('fault');
  });

  /** Another suite's transaction may hold back for a moment what is certain. */
  async function untilCertain(): Promise<void> {
    for (let tries = 0; tries < 500; tries += 1) {
      const { rows } = await client.query<{ certain: boolean }>(
        'select bool_and(xid < pg_snapshot_xmin(pg_current_snapshot())) as certain from outbox',
      );
      if (rows[0]?.certain) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('the events never became certain');
  }
});
