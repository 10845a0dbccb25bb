import { Injectable } from '@nestjs/common';
import type { FailedReading, GasSample } from '../../domain/permits/gas-test';
import type { PermitState } from '../../domain/permits/permit';
import type { Signing } from '../../domain/permits/signing';
import type { Position } from '../../kernel/geo';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';

export interface NewSignature {
  readonly round: number;
  readonly userId: string;
  readonly signing: Signing;
  readonly comment: string | null;
  readonly signatureFileId: string | null;
}

export interface NewGasTest {
  readonly id: string;
  readonly sample: GasSample;
  readonly passed: boolean;
  readonly failed: readonly FailedReading[];
  readonly source: 'manual' | 'feed';
  readonly testedBy: string;
}

export type WatchRecordKind = 'on' | 'tap' | 'missed' | 'substitute' | 'off';

export interface NewWatchRecord {
  readonly id: string;
  readonly kind: WatchRecordKind;
  readonly userId: string | null;
  readonly position: Position | null;
  readonly photoId: string | null;
}

export interface HistoryEntry {
  readonly command: string;
  readonly fromState: PermitState | null;
  readonly toState: PermitState;
  readonly byUser: string | null;
  readonly byName: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What is written down under a permit: signatures, visits, measures, tests, watch, history. Nothing here is ever taken back. */
@Injectable()
export class PermitRecordStore {
  sign(tx: Tx, permitId: string, signature: NewSignature, at: Instant): void {
    const { signing } = signature;
    tx.send(
      'permit-sign',
      `insert into permit_signatures (permit_id, round, step, role, user_id, on_behalf_of, covers, comment, signature_file_id, signed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        permitId,
        signature.round,
        signing.place.step,
        signing.role,
        signature.userId,
        signing.onBehalfOf,
        signing.covers,
        signature.comment,
        signature.signatureFileId,
        new Date(at),
      ],
    );
  }

  visit(
    tx: Tx,
    permitId: string,
    visit: {
      id: string;
      userId: string;
      round: number;
      position: Position;
      accuracyM: number | null;
      photoId: string | null;
    },
    at: Instant,
  ): void {
    tx.send(
      'permit-site-visit',
      `insert into permit_site_visits (id, permit_id, user_id, round, lat, lng, accuracy_m, photo_id, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        visit.id,
        permitId,
        visit.userId,
        visit.round,
        visit.position.lat,
        visit.position.lng,
        visit.accuracyM,
        visit.photoId,
        new Date(at),
      ],
    );
  }

  /** The checklist of a submission; an earlier one's ticks are gone with it. `confirmedBy`: who ticked all of it at once. */
  setMeasures(tx: Tx, permitId: string, codes: readonly string[], confirmedBy: string | null, at: Instant): void {
    tx.send('permit-measures-clear', 'delete from permit_measures where permit_id = $1', [permitId]);
    tx.send(
      'permit-measures-set',
      `insert into permit_measures (permit_id, code, confirmed_by, confirmed_at)
       select $1, c, $3, case when $3::text is not null then $4::timestamptz end from unnest($2::text[]) c`,
      [permitId, codes, confirmedBy, new Date(at)],
    );
  }

  /** Who ticked something first stays on record while it stays ticked. */
  tickMeasures(
    tx: Tx,
    permitId: string,
    items: readonly { code: string; confirmed: boolean }[],
    userId: string | null,
    at: Instant,
  ): void {
    tx.send(
      'permit-measures-tick',
      `update permit_measures m set
         confirmed_by = case when i.confirmed then coalesce(m.confirmed_by, $3) end,
         confirmed_at = case when i.confirmed then coalesce(m.confirmed_at, $4) end
       from jsonb_to_recordset($2::jsonb) as i(code text, confirmed boolean)
       where m.permit_id = $1 and m.code = i.code`,
      [permitId, JSON.stringify(items), userId, new Date(at)],
    );
  }

  addGasTest(tx: Tx, permitId: string, test: NewGasTest, at: Instant): void {
    const { sampledAt, readings, instrument, oxygenEnriched } = test.sample;
    tx.send(
      'permit-gas-test',
      `insert into permit_gas_tests (id, permit_id, sampled_at, readings, passed, failed, oxygen_enriched, instrument, source, tested_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        test.id,
        permitId,
        new Date(sampledAt),
        JSON.stringify(readings),
        test.passed,
        JSON.stringify(test.failed),
        oxygenEnriched === true,
        instrument ? JSON.stringify(instrument) : null,
        test.source,
        test.testedBy,
        new Date(at),
      ],
    );
  }

  watch(tx: Tx, permitId: string, record: NewWatchRecord, at: Instant): void {
    tx.send(
      'permit-watch',
      `insert into permit_watch_records (id, permit_id, user_id, kind, lat, lng, photo_id, at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        record.id,
        permitId,
        record.userId,
        record.kind,
        record.position?.lat ?? null,
        record.position?.lng ?? null,
        record.photoId,
        new Date(at),
      ],
    );
  }

  addHistory(tx: Tx, permitId: string, entry: HistoryEntry, at: Instant): void {
    tx.send(
      'permit-history',
      `insert into permit_history (permit_id, at, command, from_state, to_state, by_user, by_name, detail)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        permitId,
        new Date(at),
        entry.command,
        entry.fromState,
        entry.toState,
        entry.byUser,
        entry.byName,
        JSON.stringify(entry.detail),
      ],
    );
  }

  /** When somebody has to look at the permit again; null: never. In a table of its own, for it changes with every step. */
  schedule(tx: Tx, permitId: string, at: Instant | null): void {
    if (at === null) tx.send('permit-deadline-gone', 'delete from permit_deadlines where permit_id = $1', [permitId]);
    else
      tx.send(
        'permit-deadline',
        `insert into permit_deadlines as d (permit_id, due_at) values ($1, $2)
         on conflict (permit_id) do update set due_at = excluded.due_at where d.due_at <> excluded.due_at`,
        [permitId, new Date(at)],
      );
  }

  /** When any of these steps was taken, the earliest first. */
  async timesOf(tx: Tx, permitId: string, commands: readonly string[]): Promise<Instant[]> {
    const rows = await tx.query<{ at: Date }>(
      'select at from permit_history where permit_id = $1 and command = any($2) order by id',
      [permitId, commands],
    );
    return rows.map(({ at }) => at.getTime());
  }
}
