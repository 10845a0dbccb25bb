import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What goes over the wire beside power: a chip's secret is changed, its thresholds are set, and what it holds is known.
 * Chips are seen by number and have no region while they lie in stock.
 */
export class CompleteTheWire1796300200100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [TABLES, SECRETS_STEP_BY_STEP, OVER_IS_OVER, SETTINGS_GO_UP]) await db.query(part);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger chips_secret_steps on chips; drop function keep_secret_steps();
      drop table chip_secret_changes, chip_settings, chip_holdings;
      drop function keep_ended_changes(); drop function keep_settings_rising();
      alter table offline_codes drop column superseded_at;
      alter table chips drop column secret_no;
      delete from chip_commands where kind = 'secret';
      alter table chip_commands drop constraint chip_commands_kind_check;
      alter table chip_commands add constraint chip_commands_kind_check
        check (kind in ('unlock', 'lock', 'configure', 'resend', 'time', 'keys'))`);
  }
}

const TABLES = `
  alter table chip_commands drop constraint chip_commands_kind_check;
  alter table chip_commands add constraint chip_commands_kind_check
    check (kind in ('unlock', 'lock', 'configure', 'resend', 'time', 'keys', 'secret'));
  alter table chips add column secret_no int not null default 1 check (secret_no >= 1);
  alter table offline_codes add column superseded_at timestamptz;

  create table chip_secret_changes (
    id text primary key,
    chip_no text not null references chips,
    no int not null check (no >= 2),
    state text not null check (state in ('waiting', 'agreed', 'done', 'refused')),
    asked_by text not null references users,
    reason text not null,
    asked_at timestamptz not null,
    command_id text not null,
    tries int not null default 0 check (tries >= 0),
    half_sealed text,
    secret_sealed text,
    agreed_at timestamptz,
    ended_at timestamptz,
    error text,
    check ((ended_at is null) = (state in ('waiting', 'agreed'))),
    check ((half_sealed is null) = (state in ('done', 'refused'))),
    check ((secret_sealed is null) = (state <> 'agreed')),
    check ((error is null) = (state <> 'refused')),
    check (ended_at >= asked_at)
  );
  create unique index chip_secret_changes_open on chip_secret_changes (chip_no) where ended_at is null;
  create unique index chip_secret_changes_done on chip_secret_changes (chip_no, no) where state = 'done';
  create index chip_secret_changes_history on chip_secret_changes (chip_no, asked_at);

  create table chip_settings (
    chip_no text primary key references chips,
    no int not null check (no >= 1),
    sample_ms int not null check (sample_ms between 1000 and 10000),
    idle_sample_ms int not null check (idle_sample_ms between 10000 and 60000),
    arc_from_a double precision not null check (arc_from_a between 2 and 30),
    arc_pause_ms int not null check (arc_pause_ms between 50 and 2000),
    set_by text not null references users,
    set_at timestamptz not null,
    command_id text not null,
    error text
  );

  create table chip_holdings (
    chip_no text primary key references chips,
    keys text[] check (cardinality(keys) between 1 and 8),
    settings_no int check (settings_no >= 0),
    told_at timestamptz not null
  )`;

/** A secret gets a new number only together with what its chip agreed on. The same secret may be sealed anew. */
const SECRETS_STEP_BY_STEP = `
  create function keep_secret_steps() returns trigger language plpgsql as $$
  begin
    if new.secret_no <> old.secret_no + 1 or not exists (
      select 1 from chip_secret_changes c where c.chip_no = new.chip_no and c.no = new.secret_no
        and c.state = 'agreed' and c.secret_sealed = new.secret_sealed)
    then raise exception 'a chip''s secret changes only to the one it agreed on' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
  create trigger chips_secret_steps before update on chips for each row
    when (new.secret_no is distinct from old.secret_no) execute function keep_secret_steps()`;

/** A change that is over tells what happened. */
const OVER_IS_OVER = `
  create function keep_ended_changes() returns trigger language plpgsql as $$
  begin
    raise exception 'a change of a secret that is over stays as it is' using errcode = 'check_violation';
  end $$;
  create trigger chip_secret_changes_kept before update or delete on chip_secret_changes for each row
    when (old.ended_at is not null) execute function keep_ended_changes()`;

const SETTINGS_GO_UP = `
  create function keep_settings_rising() returns trigger language plpgsql as $$
  begin
    if new.no < old.no then
      raise exception 'the number of a chip''s settings only rises' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
  create trigger chip_settings_rise before update on chip_settings for each row execute function keep_settings_rising()`;
