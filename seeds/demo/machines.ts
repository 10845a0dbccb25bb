import { createHash, randomBytes } from 'node:crypto';
import { makeCode } from '../../src/domain/registry/code';
import type { Tx } from '../../src/platform/database/unit-of-work';
import { bulkInsert, insertCodes } from './bulk-insert';
import * as county from './county';
import { idsFirstOnTop, iso, range, type DemoContext, type DemoMachine } from './demo-context';

/** A chip's secret follows from the installation's seed, so that the simulator and the database agree. */
const chipOf = (seed: string, n: number): { chipNo: string; secretHex: string } => ({
  chipNo: `DEMO${String(n + 1).padStart(10, '0')}`,
  secretHex: createHash('sha256').update(`${seed}:${n}`).digest('hex'),
});

export async function insertMachines(
  tx: Tx,
  context: DemoContext,
  enterpriseIds: readonly string[],
): Promise<{ machineIds: string[]; machines: DemoMachine[] }> {
  const { now, chipSeed } = context;
  const total = county.MACHINES + county.GAS_SETS + county.WITHOUT_CHIP;
  const ids = idsFirstOnTop(context, total);
  const rows = range(total).map((n) => {
    const { model, process, ratedCurrentA } = county.machineKind(n);
    return {
      // The visitor's own shop comes last: whoever takes any machine off the list should meet a stranger's.
      id: ids[(n - county.MACHINES_EACH + total) % total] ?? '',
      code: makeCode(randomBytes(9)),
      serial_number: `DEMO-${String(n + 1).padStart(5, '0')}`,
      model,
      process,
      control: process === 'GAS' ? 'code-only' : 'cut',
      automatic: false,
      outlets: 1,
      rated_current_a: ratedCurrentA,
      enterprise_id: enterpriseIds[county.ownerOf(n)],
      region_code: county.enterprise(county.ownerOf(n)).regionCode,
      ...county.siteOf(county.ownerOf(n)),
      inspection_due_on: county.inspectedUntil(n, now),
      status: 'in-service',
      version: 1,
      created_at: iso(county.registeredAt(n, now)),
    };
  });
  await bulkInsert(tx, 'machines', rows);
  await insertCodes(tx, 'machine', rows, now);
  const machines = rows.slice(0, county.MACHINES).map(({ id, code }, n) => ({ id, code, ...chipOf(chipSeed, n) }));
  await insertChips(tx, context, machines);
  return { machineIds: rows.map((row) => row.id), machines };
}

async function insertChips(tx: Tx, { now, ids, sealer }: DemoContext, machines: readonly DemoMachine[]): Promise<void> {
  const chips = machines.map(({ chipNo, secretHex }) => ({
    chip_no: chipNo,
    secret_sealed: sealer.seal('chip.secret', secretHex),
    ...{ model: 'H2', batch: 'DEMO', blocked: false, imported_at: iso(now) },
  }));
  await bulkInsert(tx, 'chips', chips);
  const bindings = machines.map(({ chipNo, id }, n) => ({
    id: ids.next(now),
    chip_no: chipNo,
    machine_id: id,
    bound_at: iso(county.registeredAt(n, now)),
  }));
  await bulkInsert(tx, 'chip_bindings', bindings);
}
