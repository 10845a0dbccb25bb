import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { EndDueJobs } from '../../../../src/modules/jobs/end-due-jobs';
import { DAY, SECOND } from '../../../../src/kernel/time';
import { Sealer } from '../../../../src/platform/database/sealer';
import { chipsIn, type Chip } from '../chips';
import { openPermitApp } from '../permit-app';
import { PermitWorld } from '../permit-world';
import { Placeholders } from './placeholders';
import { callerNamed, furnish } from './stage';
import { PERMITS_NOW, ROWS_OF } from './tables';

type Row = Record<string, unknown>;

/** Each of these permits has a machine whose chip cuts the power: MC1, MC2 and so on. */
const WITH_CHIP = ['shelf', 'deck', 'hull', 'mast'];
const CODE = /\d{6}/;
const LINK = /\/o\/\w+\/[\w-]+/;

export interface Step {
  readonly at: string;
  readonly step: string;
  readonly command?: string;
  readonly status?: number;
  /** A view, or the problem with its code and all that it adds. */
  readonly answer?: unknown;
  /** Columns of permits that this step changed, and `due_at`: when the clock looks again. */
  readonly writes?: unknown;
  readonly messages?: unknown;
}

export interface Recording {
  readonly steps: readonly Step[];
  readonly rows: Readonly<Record<string, readonly unknown[]>>;
}

export interface Asked {
  readonly step: string;
  readonly command?: string;
  readonly by: string | null;
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** Code of the problem that the script expects; null: it is done. */
  readonly refusedWith: string | null;
  /** The script's name for what the answer made. */
  readonly makes?: string;
}

/** No two steps happen at the same moment, so nothing is due at the same moment: the order of what the clock does is certain. */
const PAUSE = 7 * SECOND;
/** Of PostgreSQL's `integer`; a `bigint` comes as text. */
const LARGEST_INTEGER = 2 ** 31 - 1;
const MIDNIGHT = Date.parse('2026-11-24T00:00:00+08:00');

/** A day on `PermitWorld`: everything that is asked is written down with its answer and with what it changed. */
export class RecordedDay {
  readonly steps: Step[] = [];
  private readonly ids = new Map<string, string>();
  readonly chips = chipsIn(() => this.world);
  private readonly machines = new Map<string, Chip>();
  private readonly placeholders = new Placeholders();
  /** As the step before left them. */
  private permits = new Map<string, Row>();
  private messagesShown = 0;
  private app!: NestFastifyApplication;

  static async open(): Promise<RecordedDay> {
    const world = await PermitWorld.open();
    const day = new RecordedDay(world);
    try {
      await furnish(world);
      for (const permit of WITH_CHIP) day.machines.set(permit, await day.chips.machineWithChip());
      day.app = await openPermitApp(world, (id) => callerNamed(world, id));
      return day;
    } catch (fault) {
      await day.close();
      throw fault;
    }
  }

  private constructor(readonly world: PermitWorld) {}

  async close(): Promise<void> {
    await this.app?.close();
    await this.world.close();
  }

  chipOf(permit: string): Chip {
    const chip = this.machines.get(permit);
    if (!chip) throw new Error(`no chip for ${permit}`);
    return chip;
  }

  /** Names the job that is open under a permit, which no request made. */
  async nameJob(name: string, permit: string): Promise<void> {
    const [job] = await this.world.sql<{ id: string }>(
      `select id from jobs where permit_id = $1 and state in ('reserved', 'running')`,
      [this.id(permit)],
    );
    this.name(name, job!);
  }

  /** `08:30` of the day, `+1 08:30` of the morning after, China's time. */
  time(text: string): string {
    const [, days, hours, minutes] = /^(?:\+(\d) )?(\d\d):(\d\d)$/.exec(text)!;
    const ofDay = (Number(hours) * 60 + Number(minutes)) * 60 * SECOND;
    return new Date(MIDNIGHT + Number(days ?? 0) * DAY + ofDay).toISOString();
  }

  at(text: string): void {
    const at = Date.parse(this.time(text));
    if (at <= this.world.clock.at && this.steps.length > 0) throw new Error(`${text} is past: the script is too long`);
    this.world.clock.at = at;
  }

  now(): string {
    return new Date(this.world.clock.at).toISOString();
  }

  /** The real id of what the script named. */
  id(name: string): string {
    return this.ids.get(name) ?? name;
  }

  async ask(asked: Asked): Promise<unknown> {
    const request = supertest(this.app.getHttpServer())[asked.method](asked.path);
    if (asked.by !== null) request.set('x-test-user', asked.by);
    for (const [name, value] of Object.entries(asked.headers ?? {})) request.set(name, value);
    const { status, body } = await (asked.body === undefined ? request : request.send(asked.body));
    const outcome = status < 400 ? null : (body as { code: string }).code;
    if (outcome !== asked.refusedWith)
      throw new Error(
        `${asked.step}: ${outcome ?? 'done'}, not ${asked.refusedWith ?? 'done'}: ${JSON.stringify(body)}`,
      );
    if (asked.makes !== undefined && outcome === null) this.name(asked.makes, body as { id: string });
    const { step, command } = asked;
    await this.record({ step, ...(command !== undefined && { command }), status, answer: body });
    return body;
  }

  private name(name: string, { id, number, code }: { id: string; number?: string; code?: string }): void {
    this.ids.set(name, id);
    this.placeholders.name(id, `<${name}>`);
    if (number !== undefined) this.placeholders.name(number, `${number.slice(0, number.lastIndexOf('-'))}-<${name}>`);
    if (code !== undefined) this.placeholders.name(code, `<code of ${name}>`);
  }

  /** Both clocks of the platform look. */
  async look(): Promise<void> {
    await this.refuseTies();
    await this.world.look();
    await this.world.get(EndDueJobs).execute(this.world.clock.at);
    await this.record({ step: 'the platform looks' });
  }

  /** What is due at the same moment happens in no certain order; a recording of it would prove nothing. */
  private async refuseTies(): Promise<void> {
    const ties = await this.world.sql(
      'select due_at from permit_deadlines where due_at <= $1 group by due_at having count(*) > 1',
      [new Date(this.world.clock.at)],
    );
    if (ties.length > 0) throw new Error(`two permits are due at the same moment: ${JSON.stringify(ties)}`);
  }

  private async record(step: Omit<Step, 'at' | 'writes' | 'messages'>): Promise<void> {
    const at = this.now();
    const before = this.messagesShown;
    this.messagesShown = this.world.messages.sent.length;
    const messages = this.messages().slice(before);
    const writes = await this.changes();
    this.steps.push({
      at,
      ...step,
      ...(step.answer !== undefined && { answer: this.plain(step.answer) }),
      ...(Object.keys(writes).length > 0 && { writes: this.plain(writes) }),
      ...(messages.length > 0 && { messages }),
    });
    this.world.clock.at += PAUSE;
  }

  /** What differs from the step before, by the script's names. */
  private async changes(): Promise<Record<string, Row>> {
    const rows = (await this.stored(PERMITS_NOW)).map((row) => this.opened(row));
    const changes: Record<string, Row> = {};
    for (const row of rows) {
      const before = this.permits.get(String(row['id'])) ?? {};
      const changed = Object.entries(row).filter(
        ([column, value]) => JSON.stringify(value) !== JSON.stringify(before[column] ?? null),
      );
      if (changed.length > 0) changes[String(this.placeholders.replaceIn(row['id']))] = Object.fromEntries(changed);
    }
    this.permits = new Map(rows.map((row) => [String(row['id']), row]));
    return changes;
  }

  /** Rows with their times as ISO texts. No other number of a column of its own reaches so high. */
  private async stored(sql: string): Promise<Row[]> {
    const asText = (value: unknown): unknown =>
      typeof value === 'number' && value > LARGEST_INTEGER ? new Date(value).toISOString() : value;
    const rows = await this.world.sql<Row>(sql);
    return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asText(value)])));
  }

  /** Sealed values differ on every run; what is in them must not, nor what they are sealed for. */
  private opened(row: Row): Row {
    const { id, occupier_phone_sealed: sealed, occupier_code_hash: hash } = row;
    if (typeof sealed !== 'string') return row;
    const sealer = this.world.get(Sealer);
    const codes = this.world.messages.sent.map(({ text }) => CODE.exec(text)?.[0]);
    const sent = codes.findIndex(
      (code) => hash === sealer.fingerprint('permit.occupier-code', `${String(id)}:${code}`),
    );
    return {
      ...row,
      occupier_phone_sealed: `sealed ${sealer.open('permit.occupier-phone', sealed)}`,
      occupier_code_hash:
        hash === null ? null : sent < 0 ? 'hash of no code that was sent' : `hash of code#${sent + 1}`,
    };
  }

  private messages(): { phone: string; text: string }[] {
    return this.world.messages.sent.map(({ phone, text }, i) => ({
      phone,
      text: text.replace(CODE, `code#${i + 1}`).replace(LINK, '/o/<permit>/<key>'),
    }));
  }

  private plain(value: unknown): unknown {
    return JSON.parse(JSON.stringify(this.placeholders.replaceIn(value)));
  }

  /** The steps, and every row that they left. */
  async recording(): Promise<Recording> {
    const rows: Record<string, unknown[]> = {};
    for (const [table, sql] of Object.entries(ROWS_OF)) {
      const found = await this.stored(sql);
      rows[table] = found.map((row) => this.plain(table === 'permits' ? this.opened(row) : row));
    }
    return { steps: this.steps, rows: { ...rows, text_messages: this.messages() } };
  }
}
