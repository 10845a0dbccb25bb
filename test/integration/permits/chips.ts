import { SettleReply } from '../../../src/modules/jobs/settle-reply';
import { StartJob } from '../../../src/modules/jobs/start-job';
import { HOUR } from '../../../src/kernel/time';
import { must, PLACE, T0, type PermitWorld } from './permit-world';

export interface Chip {
  readonly machineCode: string;
  readonly chipNo: string;
}

/** Machines with chips that do as they are told, as far as jobs can see. */
export function chipsIn(world: () => PermitWorld) {
  let serial = 0;

  const heard = ({ chipNo }: Chip): Promise<unknown> =>
    world().sql('update chip_states set last_seen_at = $2 where chip_no = $1', [chipNo, new Date(world().clock.at)]);

  async function machineWithChip(): Promise<Chip> {
    serial += 1;
    const id = `MC${serial}`;
    const chipNo = `TEST${String(serial).padStart(10, '0')}`;
    const machineCode = await world().machine(id, 'cut', 'MMA');
    await world().sql(
      `insert into chips (chip_no, secret_sealed, model, batch, imported_at) values ($1, 'x', 'H2', 't', now())`,
      [chipNo],
    );
    await world().sql(`insert into chip_bindings (id, chip_no, machine_id, bound_at) values ($1, $1, $2, $3)`, [
      chipNo,
      id,
      new Date(T0 - HOUR),
    ]);
    await world().sql(`insert into chip_states (chip_no, boot, last_seen_at, relay) values ($1, 7, $2, 'open')`, [
      chipNo,
      new Date(T0),
    ]);
    return { machineCode, chipNo };
  }

  /** The chip obeys the newest unlock. */
  async function power({ chipNo }: Chip): Promise<void> {
    const [command] = await world().sql<{ id: string }>(
      `select id from chip_commands where chip_no = $1 and kind = 'unlock' and answered_at is null order by id desc limit 1`,
      [chipNo],
    );
    const reply = { chipNo, boot: 7, commandId: command?.id ?? '', ok: true, error: null, relay: 'closed' } as const;
    await world().run((tx) => world().get(SettleReply).execute(tx, reply, world().clock.at));
  }

  async function running(chip: Chip, permitId: string): Promise<string> {
    await heard(chip);
    const request = { machineCode: chip.machineCode, permitId, ...PLACE, accuracyM: 5 };
    const job = must(await world().get(StartJob).execute(world().asked('welderUser'), request));
    await power(chip);
    return job.id;
  }

  return { machineWithChip, heard, running, power };
}
