import { Injectable } from '@nestjs/common';
import type { Added, PermitRecord } from '../../../domain/permits/steps/step';
import type { PermitState } from '../../../domain/permits/permit';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { photoAsked } from '../signboard/photo-asked';
import { PhotoChecks } from '../signboard/photo-checks';

type Of<K extends PermitRecord['kind']> = Extract<PermitRecord, { kind: K }>;

export interface HistoryEntry {
  readonly command: string;
  readonly fromState: PermitState | null;
  readonly toState: PermitState;
  readonly byUser: string | null;
  readonly byName: string;
  /** At which the step was taken, as far as it is known. */
  readonly deviceHash?: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What is written down under a permit: signatures, visits, measures, tests, watch, amendments, history. Nothing here is ever taken back. */
@Injectable()
export class PermitRecordStore {
  constructor(private readonly photos: PhotoChecks) {}

  write(tx: Tx, permitId: string, record: PermitRecord, at: Instant): void {
    switch (record.kind) {
      case 'signature':
        return writeSignature(tx, permitId, record, at);
      case 'site-visit':
        return writeVisit(tx, permitId, record, at);
      case 'photo-to-check':
        return this.photos.ask(tx, photoAsked(permitId, record), at);
      case 'signboard-bound':
        return bindSignboard(tx, permitId, record, at);
      case 'paper':
        return writePaperRecord(tx, permitId, record, at);
      case 'plant-signature':
        return writePlantSignature(tx, permitId, record);
      case 'checklist':
        return writeChecklist(tx, permitId, record);
      case 'ticks':
        return writeTicks(tx, permitId, record, at);
      case 'gas-test':
        return writeGasTest(tx, permitId, record, at);
      case 'watch':
        return writeWatch(tx, permitId, record, at);
      case 'amendment':
        return writeAmendment(tx, permitId, record, at);
      case 'amendment-confirmed':
        return writeConfirmation(tx, permitId, record, at);
      case 'inherited':
        return inherit(tx, permitId, record.from.id);
      case 'watch-moved':
        return unbindWatcher(tx, record);
    }
  }

  addHistory(tx: Tx, permitId: string, entry: HistoryEntry, at: Instant): void {
    tx.send(
      `insert into permit_history (permit_id, at, command, from_state, to_state, by_user, by_name, detail, device_hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        permitId,
        new Date(at),
        entry.command,
        entry.fromState,
        entry.toState,
        entry.byUser,
        entry.byName,
        JSON.stringify(entry.detail),
        entry.deviceHash ?? null,
      ],
    );
  }

  /** When somebody has to look at the permit again; null: never. In a table of its own, for it changes with every step. */
  schedule(tx: Tx, permitId: string, at: Instant | null): void {
    if (at === null) tx.send('delete from permit_deadlines where permit_id = $1', [permitId]);
    else
      tx.send(
        `insert into permit_deadlines as d (permit_id, due_at) values ($1, $2)
         on conflict (permit_id) do update set due_at = excluded.due_at where d.due_at <> excluded.due_at`,
        [permitId, new Date(at)],
      );
  }

  /** When any of these steps was taken, the earliest first. */
  async timesOf(tx: Tx, permitId: string, commands: readonly string[]): Promise<Instant[]> {
    const rows = await tx.query<{ at: Instant }>(
      'select at from permit_history where permit_id = $1 and command = any($2) order by id',
      [permitId, commands],
    );
    return rows.map(({ at }) => at);
  }
}

function writeSignature(tx: Tx, permitId: string, record: Of<'signature'>, at: Instant): void {
  const { place, role, onBehalfOf, covers } = record.signing;
  tx.send(
    `insert into permit_signatures (permit_id, round, step, role, user_id, on_behalf_of, covers, comment, signature_file_id, signed_at, filled_in)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [permitId, record.round, place.step, role, record.userId, onBehalfOf, covers, record.comment, record.signatureFileId, new Date(at), record.filledIn === true],
  ); // prettier-ignore
}

function writePlantSignature(tx: Tx, permitId: string, { seat, signature }: Of<'plant-signature'>): void {
  const { person, onSite, at } = signature;
  tx.send(
    `insert into permit_plant_signatures (permit_id, seat, step, person_id, name, user_id, on_site, signed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [permitId, seat.number, seat.step, person.personId, person.name, person.userId, onSite, new Date(at)],
  );
}

function writeVisit(tx: Tx, permitId: string, visit: Of<'site-visit'>, at: Instant): void {
  const { lat = null, lng = null } = visit.position ?? {};
  tx.send(
    `insert into permit_site_visits (id, permit_id, user_id, round, lat, lng, accuracy_m, photo_id, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [visit.id, permitId, visit.userId, visit.round, lat, lng, visit.accuracyM, visit.photoId, new Date(at)],
  );
}

function bindSignboard(tx: Tx, permitId: string, { userId, position }: Of<'signboard-bound'>, at: Instant): void {
  tx.send(
    `insert into permit_signboards (permit_id, bound_by, bound_at, lat, lng, accuracy_m) values ($1, $2, $3, $4, $5, $6)
     on conflict (permit_id) do update set bound_by = excluded.bound_by, bound_at = excluded.bound_at, lat = excluded.lat,
       lng = excluded.lng, accuracy_m = excluded.accuracy_m`,
    [permitId, userId, new Date(at), position.lat, position.lng, position.accuracyM],
  );
}

function writePaperRecord(tx: Tx, permitId: string, record: Of<'paper'>, at: Instant): void {
  tx.send(
    `insert into permit_paper_records (permit_id, round, kind, user_id, comment, signature_file_id, at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [permitId, record.round, record.what, record.userId, record.comment, record.signatureFileId, new Date(at)],
  );
}

function writeChecklist(tx: Tx, permitId: string, { codes }: Of<'checklist'>): void {
  tx.send('delete from permit_measures where permit_id = $1', [permitId]);
  tx.send('insert into permit_measures (permit_id, code) select $1, c from unnest($2::text[]) c', [permitId, codes]);
}

/** Who ticked something first stays on record while it stays ticked. */
function writeTicks(tx: Tx, permitId: string, { items, userId, givenAt }: Of<'ticks'>, at: Instant): void {
  tx.send(
    `update permit_measures m set
       confirmed_by = case when i.confirmed then coalesce(m.confirmed_by, $3) end,
       confirmed_at = case when i.confirmed then coalesce(m.confirmed_at, $4) end,
       number = case when i.confirmed then coalesce(i.number, m.number) end
     from jsonb_to_recordset($2::jsonb) as i(code text, confirmed boolean, number numeric)
     where m.permit_id = $1 and m.code = i.code`,
    [permitId, JSON.stringify(items), userId, new Date(givenAt ?? at)],
  );
}

function writeGasTest(tx: Tx, permitId: string, test: Of<'gas-test'>, at: Instant): void {
  const { sampledAt, readings, instrument, oxygenEnriched } = test.sample;
  tx.send(
    `insert into permit_gas_tests (id, permit_id, sampled_at, readings, passed, failed, oxygen_enriched, instrument, source, tested_by, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      test.id,
      permitId,
      new Date(sampledAt),
      JSON.stringify(readings),
      test.verdict.passed,
      JSON.stringify(test.verdict.failed),
      oxygenEnriched === true,
      instrument ? JSON.stringify(instrument) : null,
      test.source,
      test.testedBy,
      new Date(at),
    ],
  );
}

function writeWatch(tx: Tx, permitId: string, record: Of<'watch'>, at: Instant): void {
  const { lat = null, lng = null } = record.position ?? {};
  tx.send(
    `insert into permit_watch_records (id, permit_id, user_id, kind, lat, lng, photo_id, at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [record.id, permitId, record.userId, record.what, lat, lng, record.photoId, new Date(record.givenAt ?? at)],
  );
}

function writeAmendment(tx: Tx, permitId: string, amendment: Of<'amendment'>, at: Instant): void {
  const { id, added, askedBy, confirmedBy, signatureFileId } = amendment;
  tx.send(
    `insert into permit_amendments (id, permit_id, welder_ids, machine_ids, asked_by, asked_at, confirmed_by, confirmed_at, signature_file_id)
     values ($1, $2, $3, $4, $5, $6, $7, case when $7::text is not null then $6::timestamptz end, $8)`,
    [id, permitId, added.welderIds, added.machineIds, askedBy, new Date(at), confirmedBy, signatureFileId],
  );
  if (confirmedBy !== null) addNamed(tx, permitId, added, askedBy);
}

function writeConfirmation(tx: Tx, permitId: string, confirmed: Of<'amendment-confirmed'>, at: Instant): void {
  const { id, added, askedBy, confirmedBy, signatureFileId } = confirmed;
  tx.send('update permit_amendments set confirmed_by = $2, confirmed_at = $3, signature_file_id = $4 where id = $1', [
    id,
    confirmedBy,
    new Date(at),
    signatureFileId,
  ]);
  addNamed(tx, permitId, added, askedBy);
}

function addNamed(tx: Tx, permitId: string, { welderIds, machineIds }: Added, askedBy: string): void {
  tx.send(
    `insert into permit_welders (permit_id, welder_id, amended_by) select $1, w, $3 from unnest($2::text[]) w on conflict do nothing`,
    [permitId, welderIds, askedBy],
  );
  tx.send(
    `insert into permit_machines (permit_id, machine_id, amended_by) select $1, m, $3 from unnest($2::text[]) m on conflict do nothing`,
    [permitId, machineIds, askedBy],
  );
}

/** The newest test of the original counts for the extension, with the id that no other of its tests has. */
function inherit(tx: Tx, permitId: string, fromId: string): void {
  tx.send(
    `update permit_measures n set confirmed_by = o.confirmed_by, confirmed_at = o.confirmed_at, number = o.number
     from permit_measures o where o.permit_id = $1 and n.permit_id = $2 and o.code = n.code and n.confirmed_at is null`,
    [fromId, permitId],
  );
  tx.send(
    `insert into permit_gas_tests (id, permit_id, sampled_at, readings, passed, failed, oxygen_enriched, instrument, source, tested_by, recorded_at)
     select $3, $2, sampled_at, readings, passed, failed, oxygen_enriched, instrument, source, tested_by, recorded_at
     from permit_gas_tests where permit_id = $1 order by sampled_at desc, recorded_at desc, id desc limit 1`,
    [fromId, permitId, `${permitId}-0`],
  );
}

function unbindWatcher(tx: Tx, { fromId, watcherId }: Of<'watch-moved'>): void {
  tx.send('update permits set watcher_id = null where id = $1 and watcher_id = $2', [fromId, watcherId]); // prettier-ignore
}
