import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { unreadableLimits } from '../../domain/jobs/chip-limits';
import { HOUR, type Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { RulesReader } from '../rules/rules.reader';
import { instant } from './boot.store';
import type { ChipMessage } from './chip-message';
import type { QuarantineRow } from '../../schema/telemetry/quarantine.row';
import type { QuarantineHourRow } from '../../schema/telemetry/quarantine-hour.row';

/** An unreadable message, as it is kept for the technician who repairs the chip. */
type Kept = Readonly<Pick<QuarantineRow, 'receivedAt' | 'chipNo' | 'topic' | 'reason' | 'digest' | 'head'>>;

/** A chip that was not understood so often within an hour that somebody has to look at it. */
export interface NotUnderstood {
  readonly chipNo: string;
  readonly at: Instant;
}

const HEAD = 4 * 1_024;
const TOO_DEEP = '(nested too deep to be kept)';

/** Messages and parts of messages that do not fit: the first of each chip and hour are kept, the rest is counted. */
@Injectable()
export class Quarantine {
  constructor(private readonly rules: RulesReader) {}

  /** Returns the chips whose count reached the limit of a run. The caller holds the locks of the chips. */
  async take(tx: Tx, messages: readonly ChipMessage[], at: Instant): Promise<NotUnderstood[]> {
    const rows = messages.flatMap(rowsOf);
    if (rows.length === 0) return [];
    const { kept, run } = unreadableLimits(this.rules.book(), at);
    const hours = byHour(rows);
    const received = await this.count(tx, [...hours.values()]);
    const before = (key: string): number => (received.get(key) ?? 0) - hours.get(key)!.length;
    await this.keep(
      tx,
      [...hours].flatMap(([key, some]) => some.slice(0, Math.max(0, kept - before(key)))),
    );
    return [...hours].flatMap(([key, some]) => {
      const reached = before(key) < run && received.get(key)! >= run;
      return reached ? [{ chipNo: some[0]!.chipNo, at: some.at(-1)!.receivedAt }] : [];
    });
  }

  private async count(tx: Tx, hours: readonly (readonly Kept[])[]): Promise<Map<string, number>> {
    const counted = hours.map((some) => {
      const { chipNo, receivedAt, reason } = some.at(-1)!;
      return { chipNo, hour: hourOf(receivedAt), received: some.length, lastAt: receivedAt, lastReason: reason };
    });
    const rows = await tx.prepared<Pick<QuarantineHourRow, 'chipNo' | 'hour' | 'received'>>(
      `insert into quarantine_hours as q (chip_no, hour, received, last_at, last_reason)
       select n."chipNo", ${instant('n.hour')}, n.received, ${instant('n."lastAt"')}, n."lastReason"
       from json_to_recordset($1::json) as n("chipNo" text, hour float8, received int, "lastAt" float8, "lastReason" text)
       order by 1, 2
       on conflict (chip_no, hour) do update set received = q.received + excluded.received, last_at = excluded.last_at,
         last_reason = excluded.last_reason
       returning chip_no as "chipNo", hour, received`,
      [JSON.stringify(counted)],
    );
    return new Map(rows.map((row) => [`${row.chipNo} ${row.hour}`, row.received]));
  }

  private async keep(tx: Tx, rows: readonly Kept[]): Promise<void> {
    if (rows.length === 0) return;
    await tx.prepared(
      `insert into quarantine (received_at, chip_no, topic, reason, digest, head)
       select * from unnest($1::timestamptz[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bytea[])`,
      [
        rows.map((row) => new Date(row.receivedAt)),
        rows.map((row) => row.chipNo),
        rows.map((row) => row.topic),
        rows.map((row) => row.reason),
        rows.map((row) => row.digest),
        rows.map((row) => row.head),
      ],
    );
  }
}

const hourOf = (at: Instant): Instant => Math.floor(at / HOUR) * HOUR;

function byHour(rows: readonly Kept[]): Map<string, Kept[]> {
  const hours = new Map<string, Kept[]>();
  for (const row of rows) {
    const key = `${row.chipNo} ${hourOf(row.receivedAt)}`;
    const same = hours.get(key);
    if (same) same.push(row);
    else hours.set(key, [row]);
  }
  return hours;
}

function rowsOf(message: ChipMessage): Kept[] {
  const { chipNo, receivedAt, misfits = [] } = message;
  if (message.type === 'unreadable') {
    const { topic, reason, digest, head } = message;
    return [{ receivedAt, chipNo, topic, reason, digest: digest.toString('hex'), head }];
  }
  return misfits.map(({ reason, element }) => {
    const text = Buffer.from(asText(element));
    const digest = createHash('sha256').update(text).digest('hex');
    return { receivedAt, chipNo, topic: message.type, reason, digest, head: text.subarray(0, HEAD) };
  });
}

/** Brackets within brackets by the thousand, which fit into a message, are more than the writer of JSON can walk. */
function asText(element: unknown): string {
  try {
    return JSON.stringify(element) ?? '';
  } catch (fault) {
    if (fault instanceof RangeError) return TOO_DEEP;
    throw fault;
  }
}
