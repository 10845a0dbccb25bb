import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work';
import { instant, type BootKey } from './boot.store';
import type { TypedCode } from './chip-news';
import type { PlacedEvent, PlacedSample } from './place-messages';
import { messageKey, type Numbered } from './take-in';
import type { MessageDigestRow } from '../../schema/telemetry/message-digest.row';
import type { ChipEventRow } from '../../schema/telemetry/chip-event.row';

/** An array parameter written by hand: numbers and words need no quoting, and this path runs for every sample. */
function list<T>(rows: readonly T[], pick: (row: T) => string | number | boolean | null): string {
  let text = '{';
  for (const row of rows) text += `${text.length > 1 ? ',' : ''}${pick(row) ?? 'NULL'}`;
  return `${text}}`;
}

/** An event that tells of a typed code; events of that kind always name their job. */
interface TypedCodeRow extends Pick<ChipEventRow, 'chipNo' | 'boot' | 'up'> {
  readonly jobId: string;
  readonly hotp: number;
  readonly hours: number;
}

/** Samples, events and digests: append only, by `unnest`, a statement a table a batch. Nobody waits for what is written. */
@Injectable()
export class TelemetryStore {
  insertSamples(tx: Tx, rows: readonly PlacedSample[]): void {
    if (rows.length === 0) return;
    tx.send(
      `insert into samples (chip_no, machine_id, boot, seq, idx, at, up, ms, i, i_max, u, arc_ms, relay, job_id, outlet, clock, disputed)
       select chip_no, machine_id, boot, seq, idx, ${instant('at')}, up, ms, i, i_max, u, arc_ms, relay, job_id, outlet, clock, disputed
       from unnest($1::text[], $2::text[], $3::int[], $4::int[], $5::smallint[], $6::float8[], $7::bigint[], $8::int[], $9::real[],
         $10::real[], $11::real[], $12::int[], $13::text[], $14::text[], $15::smallint[], $16::text[], $17::boolean[])
         as r(chip_no, machine_id, boot, seq, idx, at, up, ms, i, i_max, u, arc_ms, relay, job_id, outlet, clock, disputed)`,
      [
        list(rows, (r) => r.chipNo),
        list(rows, (r) => r.machineId),
        list(rows, (r) => r.boot),
        list(rows, (r) => r.seq),
        list(rows, (r) => r.idx),
        list(rows, (r) => r.at),
        list(rows, (r) => r.sample.up),
        list(rows, (r) => r.sample.ms),
        list(rows, (r) => r.sample.i),
        list(rows, (r) => r.sample.iMax),
        list(rows, (r) => r.sample.u),
        list(rows, (r) => r.sample.arcMs),
        list(rows, (r) => r.sample.relay),
        list(rows, (r) => r.sample.job),
        list(rows, (r) => r.sample.outlet),
        list(rows, (r) => r.clock),
        list(rows, (r) => r.disputed),
      ],
    );
  }

  insertEvents(tx: Tx, rows: readonly PlacedEvent[]): void {
    if (rows.length === 0) return;
    const records = rows.map(({ event, ...r }) => ({
      ...r, up: event.up, kind: event.kind, jobId: event.job, outlet: event.outlet,
      data: { hotp: event.hotp ?? undefined, hours: event.hours ?? undefined, code: event.code ?? undefined },
    })); // prettier-ignore
    tx.send(
      `insert into chip_events (chip_no, machine_id, boot, seq, idx, at, up, kind, job_id, outlet, clock, disputed, data)
       select r."chipNo", r."machineId", boot, seq, idx, ${instant('at')}, up, kind, r."jobId", outlet, clock, disputed, data
       from json_to_recordset($1::json) as r("chipNo" text, "machineId" text, boot int, seq int, idx smallint, at float8,
         up bigint, kind text, "jobId" text, outlet smallint, clock text, disputed boolean, data jsonb)`,
      [JSON.stringify(records)],
    );
  }

  insertDigests(tx: Tx, messages: readonly Numbered[]): void {
    if (messages.length === 0) return;
    tx.send(
      `insert into message_digests (chip_no, boot, seq, digest, at)
       select chip_no, boot, seq, decode(digest, 'hex'), ${instant('at')}
       from unnest($1::text[], $2::int[], $3::int[], $4::text[], $5::float8[]) as r(chip_no, boot, seq, digest, at)`,
      [
        list(messages, (m) => m.chipNo),
        list(messages, (m) => m.boot),
        list(messages, (m) => m.seq),
        list(messages, (m) => m.digest.toString('hex')),
        list(messages, (m) => m.receivedAt),
      ],
    );
  }

  /** One-time codes that boots have told of. */
  async typedCodes(tx: Tx, boots: readonly BootKey[]): Promise<(BootKey & { readonly code: TypedCode })[]> {
    if (boots.length === 0) return [];
    const rows = await tx.prepared<TypedCodeRow>(
      `select e.chip_no as "chipNo", e.boot, e.up, e.job_id as "jobId", (e.data ->> 'hotp')::int as hotp, (e.data ->> 'hours')::int as hours
       from unnest($1::text[], $2::int[]) k(chip_no, boot) join chip_events e using (chip_no, boot)
       where e.kind = 'offline-unlock' and not e.disputed and e.job_id is not null`,
      [boots.map(({ chipNo }) => chipNo), boots.map(({ boot }) => boot)],
    );
    return rows.map(({ chipNo, boot, up, jobId, hotp, hours }) => ({
      chipNo,
      boot,
      code: { jobId, up: Number(up), counter: hotp - 1, hours },
    }));
  }

  /** Digests stored under numbers that come again, as hex. */
  async digests(tx: Tx, messages: readonly Numbered[]): Promise<Map<string, string[]>> {
    if (messages.length === 0) return new Map();
    const rows = await tx.prepared<Pick<MessageDigestRow, 'chipNo' | 'boot' | 'seq'> & { digest: string }>(
      `select d.chip_no as "chipNo", d.boot, d.seq, encode(d.digest, 'hex') as digest
       from unnest($1::text[], $2::int[], $3::int[]) k(chip_no, boot, seq) join message_digests d using (chip_no, boot, seq)`,
      [messages.map((m) => m.chipNo), messages.map((m) => m.boot), messages.map((m) => m.seq)],
    );
    const found = new Map<string, string[]>();
    for (const row of rows) {
      const key = messageKey(row.chipNo, row.boot, row.seq);
      found.set(key, [...(found.get(key) ?? []), row.digest]);
    }
    return found;
  }
}
