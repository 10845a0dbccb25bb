import type { Tx } from '../../../src/platform/database/unit-of-work';

/** A small generator whose numbers follow from its seed alone (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const REGIONS = [
  '411003',
  '411003100',
  '411003100201',
  '411003100202',
  '411003101',
  '411003101200',
  '411002100',
];
const PROCESSES = ['MMA', 'GMAW', 'GAS', 'BRAZING'];
const CONTROLS = ['cut', 'sense', 'code-only'];
const STATUSES = ['in-service', 'in-service', 'suspended', 'repair', 'lost', 'scrapped'];
const INDUSTRIES = ['chemical', 'repair', 'catering'];
const CARDS = ['unverified', 'verified', 'verified', 'revoked', 'forged'];

/** Any change that a register sees, in any order: as the rows of the tables are written, whoever writes them. */
export class RandomHistory {
  private n = 0;
  readonly machines: string[] = [];
  readonly welders: string[] = [];
  private readonly certificates: string[] = [];
  private readonly bindings: { id: string; chip: string }[] = [];
  private readonly free: string[] = [];

  constructor(private readonly random: () => number) {}

  async begin(tx: Tx): Promise<void> {
    for (const id of ['E1', 'E2', 'E3'])
      await tx.query(
        `insert into enterprises (id, name, kind, industry, region_code, contact_name, contact_phone_sealed, created_at)
         values ($1, $1, 'company', 'repair', '411003', 'x', 'x', now())`,
        [id],
      );
  }

  async step(tx: Tx): Promise<void> {
    const roll = this.random();
    const steps: readonly [number, () => Promise<void>][] = [
      [0.2, () => this.addMachine(tx)],
      [0.35, () => this.changeMachine(tx)],
      [0.45, () => this.fitChip(tx)],
      [0.5, () => this.takeChip(tx)],
      [0.6, () => this.addWelder(tx)],
      [0.7, () => this.changeWelder(tx)],
      [0.82, () => this.addCard(tx)],
      [0.95, () => this.changeCard(tx)],
      [0.97, () => this.claim(tx)],
      [1, () => this.changeIndustry(tx)],
    ];
    await steps.find(([upTo]) => roll < upTo)?.[1]();
  }

  private one<T>(of: readonly T[]): T | undefined {
    return of[Math.floor(this.random() * of.length)];
  }

  private some<T>(of: readonly T[]): T {
    return this.one(of)!;
  }

  private id(letter: string): string {
    this.n += 1;
    return `${letter}${String(this.n).padStart(9, '0')}`;
  }

  private day(): string | null {
    if (this.random() < 0.2) return null;
    return new Date(Date.parse('2026-11-24T00:00:00Z') + Math.floor(this.random() * 240 - 60) * 86_400_000)
      .toISOString()
      .slice(0, 10);
  }

  private owner = (): string | null => (this.random() < 0.3 ? null : this.some(['E1', 'E2', 'E3']));

  private async addMachine(tx: Tx): Promise<void> {
    const id = this.id('M');
    await tx.query(
      `insert into machines (id, code, model, process, control, enterprise_id, region_code, status, inspection_due_on, created_at)
       values ($1, $1, 'ZX7', $2, $3, $4, $5, $6, $7, now())`,
      [
        id,
        this.some(PROCESSES),
        this.some(CONTROLS),
        this.owner(),
        this.some(REGIONS),
        this.some(STATUSES),
        this.day(),
      ],
    );
    this.machines.push(id);
  }

  private async changeMachine(tx: Tx): Promise<void> {
    const id = this.one(this.machines);
    if (id)
      await tx.query(
        `update machines set region_code = $2, enterprise_id = $3, status = $4, inspection_due_on = $5, control = $6, version = version + 1 where id = $1`,
        [id, this.some(REGIONS), this.owner(), this.some(STATUSES), this.day(), this.some(CONTROLS)],
      );
  }

  private async fitChip(tx: Tx): Promise<void> {
    const machine = this.one(this.machines);
    const bound = await tx.query('select 1 from chip_bindings where machine_id = $1 and unbound_at is null', [machine]);
    if (!machine || bound.length > 0) return;
    const chip = this.free.pop() ?? this.id('HNCHIP');
    await tx.query(
      `insert into chips (chip_no, secret_sealed, model, batch, imported_at) values ($1, 'x', 'H2', 'x', now()) on conflict do nothing`,
      [chip],
    );
    const id = this.id('B');
    await tx.query('insert into chip_bindings (id, chip_no, machine_id, bound_at) values ($1, $2, $3, now())', [id, chip, machine]); // prettier-ignore
    this.bindings.push({ id, chip });
  }

  private async takeChip(tx: Tx): Promise<void> {
    const taken = this.bindings.pop();
    if (!taken) return;
    await tx.query('update chip_bindings set unbound_at = now() where id = $1', [taken.id]);
    this.free.push(taken.chip);
  }

  private async addWelder(tx: Tx, samePersonAs: string | null = null): Promise<void> {
    const id = this.id('W');
    await tx.query(
      `insert into welders (id, name, id_number_sealed, id_number_hash, id_number_masked, phone_sealed, phone_hash, phone_masked,
         region_code, enterprise_id, code, training_valid_to, same_person_as, created_at)
       values ($1, 'x', 'x', $1, 'x', 'x', $1, 'x', $2, $3, $1, $4, $5, now()) on conflict do nothing`,
      [id, this.some(REGIONS), this.owner(), this.day(), samePersonAs],
    );
    if (samePersonAs === null) this.welders.push(id);
  }

  private claim = async (tx: Tx): Promise<void> => {
    const known = this.one(this.welders);
    if (known) await this.addWelder(tx, known);
  };

  private async changeWelder(tx: Tx): Promise<void> {
    const id = this.one(this.welders);
    if (id)
      await tx.query(
        `update welders set region_code = $2, enterprise_id = $3, status = $4, training_valid_to = $5 where id = $1`,
        [id, this.some(REGIONS), this.owner(), this.some(['active', 'suspended']), this.day()],
      );
  }

  private async addCard(tx: Tx): Promise<void> {
    const welder = this.one(this.welders);
    if (!welder) return;
    const id = this.id('C');
    await tx.query(
      `insert into certificates (id, welder_id, kind, number_sealed, number_hash, number_masked, operations, issuer, issued_on, valid_from,
         valid_to, status, revoked_at, created_at)
       values ($1, $2, 'special-operation', 'x', $1, 'x', '{fusion}', 'x', '2020-01-01', '2020-01-01', $3, 'unverified', null, now())`,
      [id, welder, this.day() ?? '2030-01-01'],
    );
    this.certificates.push(id);
  }

  private async changeCard(tx: Tx): Promise<void> {
    const id = this.one(this.certificates);
    if (id)
      await tx.query('update certificates set status = $2, valid_to = $3 where id = $1', [id, this.some(CARDS), this.day() ?? '2031-01-01']); // prettier-ignore
  }

  private async changeIndustry(tx: Tx): Promise<void> {
    await tx.query('update enterprises set industry = $2 where id = $1', [
      this.some(['E1', 'E2', 'E3']),
      this.some(INDUSTRIES),
    ]);
  }
}
