import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What chips reported: idempotent, never audited, kept in daily partitions by corrected time. */
export class CreateTelemetry1795478400700 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- last known state of a chip. What came late must not overwrite what came after it: each value keeps the \`up\`
      -- (milliseconds of the current boot) at which it was true
      create table chip_states (
        chip_no text primary key references chips,
        boot int not null default 0,
        seq int not null default 0,
        last_seen_at timestamptz,
        born_at timestamptz,
        boot_epoch timestamptz, -- receipt minus up: when this boot began by the platform's clock
        fw text,
        hw text,
        input text,
        hotp int not null default 0,
        rssi int,
        relay text,
        relay_at timestamptz,
        relay_up bigint not null default -1,
        tamper boolean not null default false,
        tamper_up bigint not null default -1,
        arc_on boolean not null default false,
        current_a double precision,
        current_up bigint not null default -1,
        lat double precision,
        lng double precision,
        accuracy_m double precision,
        position_at timestamptz,
        position_up bigint not null default -1,
        silent_since timestamptz
      );

      -- de-duplication lives here, not in the partitions: a corrected clock can change a message's day
      create table chip_boots (
        chip_no text not null references chips,
        boot int not null,
        stored int4multirange not null default '{}',
        epoch timestamptz, -- the earliest receipt minus up: this boot began then or before
        born boolean not null default false, -- a birth was heard, so the epoch is exact
        last_up bigint not null default -1, -- the latest arc evidence folded into arcs
        first_seen_at timestamptz not null,
        primary key (chip_no, boot)
      );

      create table message_digests (
        chip_no text not null,
        boot int not null,
        seq int not null,
        digest bytea not null,
        at timestamptz not null
      ) partition by range (at);
      create index message_digests_key on message_digests (chip_no, boot, seq);

      create table samples (
        chip_no text not null,
        machine_id text,
        boot int not null,
        seq int not null,
        idx smallint not null,
        at timestamptz not null,
        up bigint not null,
        ms int not null,
        i real not null,
        i_max real not null,
        u real not null,
        arc_ms int not null,
        relay text,
        job_id text,
        outlet smallint not null default 1,
        clock text not null,
        disputed boolean not null default false -- a second content under a number already stored: kept, but no evidence
      ) partition by range (at);
      create index samples_machine on samples (machine_id, at);
      create index samples_chip on samples (chip_no, boot, up);

      create table chip_events (
        chip_no text not null,
        machine_id text,
        boot int not null,
        seq int not null,
        idx smallint not null,
        at timestamptz not null,
        up bigint not null,
        kind text not null,
        job_id text,
        outlet smallint not null default 1,
        clock text not null,
        disputed boolean not null default false,
        data jsonb not null default '{}'
      ) partition by range (at);
      create index chip_events_chip on chip_events (chip_no, boot, up);

      create table quarantine (
        id bigint generated always as identity primary key,
        received_at timestamptz not null,
        chip_no text not null,
        topic text not null,
        reason text not null,
        digest text not null,
        head bytea not null
      );
      create index quarantine_received on quarantine (received_at);

      -- one stretch of burning arc; verdict versions are kept beside it, never deleted
      create table arcs (
        id text primary key,
        chip_no text not null,
        machine_id text,
        boot int not null,
        outlet smallint not null default 1,
        start_up bigint not null, -- the chip's own milliseconds since boot: order and length, whatever its clock says
        last_up bigint not null,
        from_events boolean not null,
        started_at timestamptz not null,
        ended_at timestamptz,
        last_seen_at timestamptz not null,
        arc_ms bigint not null default 0,
        peak_a real not null default 0,
        claimed_job_id text,
        sample_ms int not null default 10000,
        region_code text collate "C" not null default '',
        enterprise_id text,
        merged_into text references arcs, -- late evidence showed that both were one; kept for its verdicts
        -- a late message may move several starts at once, so the check waits for the commit
        constraint arcs_one_start exclude using btree (chip_no with =, boot with =, outlet with =, start_up with =)
          where (merged_into is null) deferrable initially deferred
      );
      create index arcs_chip on arcs (chip_no, boot, last_up) where merged_into is null;
      create index arcs_open on arcs (chip_no, boot) where ended_at is null and merged_into is null;
      create index arcs_machine on arcs (machine_id, started_at);
      create index arcs_region on arcs (region_code, started_at);

      create table arc_verdicts (
        arc_id text not null references arcs,
        rule text not null,
        version int not null,
        verdict text not null,
        job_id text,
        judged_at timestamptz not null,
        detail jsonb not null default '{}',
        primary key (arc_id, rule, version)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `drop table arc_verdicts, arcs, quarantine, chip_events, samples, message_digests, chip_boots, chip_states`,
    );
  }
}
