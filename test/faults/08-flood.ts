import { strict as assert } from 'node:assert';
import { connectAsync } from 'mqtt';
import type { EnrolledChip } from '../support/enrolled-chips';
import { enrollChips } from '../support/enrolled-chips';
import { chipPassword } from '../support/test-chip';
import type { Fault } from './harness/fault';
import { Installation } from './harness/installation';
import { pause, until } from './harness/wait';

const CHIPS = 50;
/** Messages of one chip that its socket may hold: the platform is to be flooded, not this process. */
const MOST_UNSENT = 2_000;
/** The platform’s queue holds 20,000 messages or 32 MiB; what node keeps beside it is bounded too. */
const MOST_MIB = 700;

/**
 * 8. Chips send as fast as the line takes it and wait for no acknowledgement: many times what is stored meanwhile. Memory
 * stays bounded, the queue drains, and every message is stored once.
 */
export const flood: Fault = {
  name: '8',
  title: 'flood',
  async tryIt(trial) {
    const each = trial.isLong ? 20_000 : 600;
    const at = await Installation.make({ ...trial, name: 'flood' });
    try {
      const platform = await at.start();
      const chips = await at.counting((sql) => enrollChips(sql, at, CHIPS));
      let most = 0;
      let longest = 0;
      let over = false;
      const watching = (async () => {
        for (; !over; await pause(500)) {
          most = Math.max(most, platform.memoryMib);
          longest = Math.max(longest, await platform.metric('hanan_ingest_queue_length'));
        }
      })();
      await Promise.all(chips.map((chip) => pour(chip, at.mqttPort, each)));
      await until('empty queue', async () => (await platform.metric('hanan_ingest_queue_length')) === 0);
      const stored = async (): Promise<{ all: number; distinct: number }> =>
        at.counting(
          async (sql) =>
            (
              await sql.query<{ all: number; distinct: number }>(
                'select count(*)::int as "all", count(distinct (chip_no, seq))::int as "distinct" from samples where chip_no = any($1)',
                [chips.map(({ chipNo }) => chipNo)],
              )
            ).rows[0]!,
        );
      const kept = await until('last batch', async () => {
        const found = await stored();
        return found.distinct === CHIPS * each && found;
      });
      over = true;
      await watching;
      assert.ok(most <= MOST_MIB, `${most} MiB of memory`);
      return {
        tried: `${CHIPS * each} one-sample messages of ${CHIPS} chips at once; queue up to ${longest}, memory up to ${most} MiB`,
        lost: CHIPS * each - kept.distinct,
        doubled: kept.all - kept.distinct,
      };
    } finally {
      await at.close();
    }
  },
};

async function pour(chip: EnrolledChip, port: number, count: number): Promise<void> {
  const client = await connectAsync(`mqtt://127.0.0.1:${port}`, {
    ...{ clientId: chip.chipNo, username: chip.chipNo, password: chipPassword(chip.chipNo, chip.secretHex) },
    ...{ protocolVersion: 4, reconnectPeriod: 0, keepalive: 600 },
  });
  const topic = `hanan/v1/chips/${chip.chipNo}/up/samples`;
  let unsent = 0;
  const bornAt = Date.now() - 86_400_000;
  for (let seq = 1; seq <= count; seq += 1) {
    while (unsent >= MOST_UNSENT) await pause(10);
    const t = Date.now();
    const sample = { t, up: t - bornAt, ms: 1_000, i: 0, iMax: 0, u: 62, arcMs: 0, relay: 'open', outlet: 1 };
    unsent += 1;
    client.publish(topic, JSON.stringify({ v: 1, boot: 1, seq, samples: [sample] }), { qos: 1 }, () => (unsent -= 1));
  }
  while (unsent > 0) await pause(10);
  await client.endAsync();
}
