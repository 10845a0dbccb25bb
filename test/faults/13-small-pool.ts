import { strict as assert } from 'node:assert';
import { activate, draftPermit, importChip, newSite, newWelder, POINT } from '../support/site';
import { TestChip } from '../support/test-chip';
import type { Fault } from './harness/fault';
import { Installation, reached } from './harness/installation';

const POOL = 5;
const PLACES = 4;

/**
 * 13, 5. Far more people scan at once than there are connections, each welder at each machine. All are answered; one open job
 * a machine and one a welder.
 */
export const smallPool: Fault = {
  name: '13',
  title: 'parallel job starts with a pool of 5 connections',
  async tryIt(trial) {
    const scans = trial.isLong ? 1_000 : 200;
    const at = await Installation.make({
      ...trial,
      name: 'small-pool',
      environment: { DATABASE_POOL_SIZE: String(POOL) },
    });
    const chips: TestChip[] = [];
    try {
      const app = reached(await at.start());
      const site = await newSite(app);
      const welders = [{ person: site.welder, id: site.welderId }];
      const machines = [
        { id: site.machineId, code: site.machineCode, chip: site as { chipNo: string; secretHex: string } },
      ];
      for (let n = 1; n < PLACES; n += 1) {
        welders.push(await newWelder(app, site.admin, { enterpriseId: site.enterpriseId }));
        const machine = await site.admin.must('/machines', {
          ...{ model: 'ZX7-400', process: 'MMA', enterpriseId: site.enterpriseId, regionCode: '411003' },
          inspectionDueOn: '2030-01-01',
        });
        const chip = await importChip(app, site.admin);
        await site.admin.must(`/machines/${String(machine['id'])}/chip`, { chipNo: chip.chipNo });
        machines.push({ id: String(machine['id']), code: String(machine['code']), chip });
      }
      for (const { chip } of machines) {
        const one = await TestChip.connect(at.mqttPort, chip);
        await one.birth();
        await one.command('time', 60_000);
        chips.push(one);
        // as a real chip: a job that nobody answers is given up after ten seconds
        void one.command('unlock', 110_000).then((unlock) => one.reply(unlock, { ok: true, relay: 'closed' }), () => undefined); // prettier-ignore
      }
      const ids = { welderIds: welders.map(({ id }) => id), machineIds: machines.map(({ id }) => id) };
      const permitId = String((await draftPermit(site, ids))['id']);
      await activate(site, permitId);
      const answers = await Promise.all(
        Array.from({ length: scans }, (_, n) =>
          welders[n % PLACES]!.person.post('/jobs', {
            ...{ machineCode: machines[Math.floor(n / PLACES) % PLACES]!.code, permitId, ...POINT, accuracyM: 10 },
          }),
        ),
      );
      const strange = answers.filter(({ status }) => ![201, 403, 409].includes(status));
      assert.deepEqual(
        strange.map(({ status, body }) => [status, body as unknown]),
        [],
      );
      const { rows } = await at.counting((sql) =>
        sql.query<{ open: number; machines: number; welders: number }>(
          `select count(*)::int as open, count(distinct machine_id)::int as machines, count(distinct welder_id)::int as welders
           from jobs where state in ('reserved', 'running')`,
        ),
      );
      const { open, machines: used, welders: busy } = rows[0]!;
      assert.notEqual(open, 0, 'nobody got a machine');
      return {
        tried: `${scans} starts at once by ${PLACES} welders at ${PLACES} machines, all answered: ${open} jobs`,
        lost: scans - answers.length,
        doubled: 2 * open - used - busy,
      };
    } finally {
      await Promise.all(chips.map((chip) => chip.close()));
      await at.close();
    }
  },
};
