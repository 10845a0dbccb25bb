import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { scoped } from './row-level-security';

/** Enterprises, welders and their certificates, machines, chips, codes, designated areas. */
export class CreateRegistry1795478400400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table enterprises (
        id text primary key,
        name text not null,
        uscc text unique,
        uscc_exception text,
        kind text not null check (kind in ('company', 'individual')),
        industry text not null check (industry in ('chemical', 'construction', 'manufacturing', 'commerce', 'catering', 'repair', 'public', 'other')),
        region_code text collate "C" not null references regions,
        contact_name text not null,
        contact_phone_sealed text not null,
        status text not null default 'active' check (status in ('active', 'suspended', 'closed')),
        version int not null default 1,
        created_at timestamptz not null
      );
      create index enterprises_region on enterprises (region_code, id);

      create table welders (
        id text primary key,
        name text not null,
        id_number_sealed text not null,
        id_number_hash text not null unique,
        id_number_masked text not null,
        phone_sealed text not null,
        phone_hash text not null,
        phone_masked text not null,
        region_code text collate "C" not null references regions,
        enterprise_id text references enterprises,
        status text not null default 'active' check (status in ('active', 'suspended')),
        code text not null unique,
        warnings text[] not null default '{}',
        training_valid_to date,
        version int not null default 1,
        created_at timestamptz not null
      );
      create index welders_region on welders (region_code, id);
      create index welders_enterprise on welders (enterprise_id, id);

      create table employments (
        welder_id text not null references welders,
        enterprise_id text not null references enterprises,
        since timestamptz not null,
        until timestamptz,
        primary key (welder_id, enterprise_id, since)
      );

      create table certificates (
        id text primary key,
        welder_id text not null references welders,
        kind text not null check (kind in ('special-operation', 'construction', 'special-equipment')),
        number_sealed text not null,
        number_hash text not null,
        number_masked text not null,
        operations text[] not null check (cardinality(operations) > 0 and operations <@ array['fusion', 'pressure', 'brazing']),
        issuer text not null,
        issued_on date not null,
        valid_from date not null,
        valid_to date not null,
        review_due_on date,
        status text not null default 'unverified' check (status in ('unverified', 'verified', 'revoked', 'forged')),
        verified_at timestamptz,
        verified_by text,
        verification_method text check (verification_method in ('evidence', 'lookup', 'import', 'adapter')),
        verification_note text,
        revoked_at timestamptz,
        revoke_reason text,
        created_at timestamptz not null,
        check (valid_from < valid_to)
      );
      create index certificates_welder on certificates (welder_id);
      -- one number carries several operations, each once
      create table certificate_operations (
        number_hash text not null,
        operation text not null,
        certificate_id text not null references certificates,
        primary key (number_hash, operation)
      );

      create table machines (
        id text primary key,
        code text not null unique,
        serial_number text,
        model text not null,
        process text not null check (process in ('MMA', 'GMAW', 'GTAW', 'SAW', 'PAW', 'LASER', 'GAS', 'PLASMA', 'RESISTANCE', 'BRAZING')),
        control text not null check (control in ('cut', 'sense', 'code-only')),
        automatic boolean not null default false,
        outlets int not null default 1 check (outlets between 1 and 16),
        rated_current_a int check (rated_current_a between 1 and 5000),
        enterprise_id text references enterprises,
        owner_welder_id text references welders,
        region_code text collate "C" not null references regions,
        inspection_due_on date,
        status text not null default 'in-service' check (status in ('in-service', 'suspended', 'repair', 'lost', 'scrapped')),
        version int not null default 1,
        created_at timestamptz not null
      );
      create index machines_region on machines (region_code, id);
      create index machines_enterprise on machines (enterprise_id, id);
      create index machines_owner on machines (owner_welder_id) where owner_welder_id is not null;
      create unique index machines_serial on machines (model, serial_number) where serial_number is not null and status <> 'scrapped';

      create table chips (
        chip_no text primary key check (chip_no ~ '^[A-Z0-9]{12,20}$'),
        secret_sealed text not null,
        model text not null,
        batch text not null,
        blocked boolean not null default false,
        imported_at timestamptz not null
      );
      create table chip_bindings (
        id text primary key,
        chip_no text not null references chips,
        machine_id text not null references machines,
        bound_at timestamptz not null,
        unbound_at timestamptz,
        check (unbound_at is null or bound_at <= unbound_at)
      );
      -- one chip for one machine, one machine for one chip
      create unique index chip_bindings_chip on chip_bindings (chip_no) where unbound_at is null;
      create unique index chip_bindings_machine on chip_bindings (machine_id) where unbound_at is null;
      create index chip_bindings_history on chip_bindings (chip_no, bound_at);

      create table codes (
        code text primary key,
        kind text not null check (kind in ('machine', 'welder', 'permit', 'blank')),
        entity_id text,
        voided_at timestamptz,
        created_at timestamptz not null,
        check ((kind = 'blank') = (entity_id is null))
      );
      create table external_codes (
        content text primary key,
        system text not null,
        kind text not null check (kind in ('machine', 'welder')),
        entity_id text not null,
        created_at timestamptz not null
      );

      create table designated_areas (
        id text primary key,
        name text not null,
        enterprise_id text not null references enterprises,
        region_code text collate "C" not null references regions,
        lat double precision not null check (lat between -90 and 90),
        lng double precision not null check (lng between -180 and 180),
        radius_m int not null check (radius_m between 1 and 2000),
        valid_from timestamptz not null,
        valid_to timestamptz,
        created_at timestamptz not null
      );
      create index designated_areas_enterprise on designated_areas (enterprise_id);

      ${scoped('enterprises', { region: 'region_code', enterprise: ['id'] })}
      ${scoped('welders', { region: 'region_code', enterprise: ['enterprise_id'], welder: 'id' })}
      ${scoped('machines', { region: 'region_code', enterprise: ['enterprise_id'], welder: 'owner_welder_id' })}
      ${scoped('designated_areas', { region: 'region_code', enterprise: ['enterprise_id'] })}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table designated_areas, external_codes, codes, chip_bindings, chips, machines,
        certificate_operations, certificates, employments, welders, enterprises`);
  }
}
