import { makeCode } from '../../../src/domain/registry/code';
import type { Config } from '../../../src/platform/config/config';
import { Sealer } from '../../../src/platform/database/sealer';
import { startApp, type TestApp } from '../../support/app';
import { inventedChip } from '../../support/people';

const REGION = '411003';

export interface EdgeChip {
  readonly chipNo: string;
  readonly secretHex: string;
  readonly machineId: string | null;
}

/** The platform seen from its device edge: real MQTT; what is registered is put in by SQL. */
export class Edge {
  /** Apart from the numbers that `site.ts` gives out. */
  private serial = 50_000;

  private constructor(readonly app: TestApp) {}

  static async open(change: Partial<Config> = {}): Promise<Edge> {
    const edge = new Edge(await startApp(change));
    await edge.furnish();
    return edge;
  }

  close(): Promise<void> {
    return this.app.close();
  }

  get port(): number {
    return this.app.mqttPort;
  }

  sql<T = Record<string, unknown>>(text: string, params: readonly unknown[] = []): Promise<T[]> {
    return this.app.sql<T>(text, params);
  }

  private async furnish(): Promise<void> {
    await this.sql(`insert into regions (code, name, parent) values ('41', '测试省', null), ('4110', '测试市', '41'), ($1, '测试区', '4110')
      on conflict do nothing`, [REGION]); // prettier-ignore
    await this.sql(
      `insert into enterprises (id, name, kind, industry, region_code, contact_name, contact_phone_sealed, created_at)
       values ('E1', '测试企业', 'company', 'manufacturing', $1, '测试', 'x', now())`,
      [REGION],
    );
  }

  /** A chip in stock. */
  async chip(): Promise<EdgeChip> {
    const chip = inventedChip((this.serial += 1));
    const sealed = this.app.app.get(Sealer).seal('chip.secret', chip.secretHex);
    await this.sql(
      `insert into chips (chip_no, secret_sealed, model, batch, imported_at) values ($1, $2, 'T1', 'test', now())`,
      [chip.chipNo, sealed],
    );
    return { ...chip, machineId: null };
  }

  /** A chip that has sat on a machine for two years. */
  async machine(outlets = 1): Promise<EdgeChip> {
    const chip = await this.chip();
    const machineId = `M${this.serial}`;
    await this.sql(
      `insert into machines (id, code, model, process, control, outlets, enterprise_id, region_code, inspection_due_on, created_at)
       values ($1, $2, 'ZX7-400', 'MMA', 'cut', $3, 'E1', $4, '2099-01-01', now())`,
      [machineId, makeCode(Buffer.from(machineId.padStart(12))), outlets, REGION],
    );
    await this.sql(
      `insert into chip_bindings (id, chip_no, machine_id, bound_at) values ($1, $1, $2, now() - interval '2 years')`,
      [chip.chipNo, machineId],
    );
    return { ...chip, machineId };
  }

  /** Waits until `look` finds something. */
  async until<T>(look: () => Promise<T | undefined>, withinMs = 5_000): Promise<T> {
    const deadline = Date.now() + withinMs;
    for (;;) {
      const found = await look();
      if (found !== undefined) return found;
      if (Date.now() > deadline) throw new Error(`not found within ${withinMs} ms`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
