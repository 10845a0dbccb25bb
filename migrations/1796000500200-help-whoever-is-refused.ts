import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { helpRules } from './dated/help-rules';
import { scoped, scopedBy } from './row-level-security';

const bySystem = (table: string): string =>
  `create policy system_sees_all on ${table} to hanan_system using (true) with check (true);`;

/** Each refusal may become one request for help. What the duty desk lets pass is a dated fact that each scan looks for. */
export class HelpWhoeverIsRefused1796000500200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table waivers (
        id text primary key,
        code text not null,
        machine_id text not null references machines,
        welder_id text not null references welders,
        permit_id text references permits,
        designated_area_id text references designated_areas,
        region_code text collate "C" not null,
        enterprise_id text references enterprises,
        reason text not null check (length(reason) >= 4),
        granted_by text not null references users,
        granted_at timestamptz not null,
        until timestamptz not null,
        check (granted_at < until and until <= granted_at + interval '72 hours')
      );
      create index waivers_of_work on waivers (machine_id, welder_id, until);

      create table help_tickets (
        id text primary key,
        decision_id text not null unique references decisions,
        region_code text collate "C" not null,
        enterprise_id text references enterprises,
        welder_id text references welders,
        machine_id text references machines,
        asked_by text not null references users,
        asked_at timestamptz not null,
        refused_at timestamptz not null,
        note text,
        photo_id text references files,
        state text not null check (state in ('open', 'taken', 'answered', 'granted', 'mended', 'closed')),
        taken_by text references users,
        closed_at timestamptz,
        check ((state = 'closed') = (closed_at is not null))
      );
      create index help_tickets_region on help_tickets (region_code, id desc);
      create index help_tickets_asker on help_tickets (asked_by, id desc);
      create index help_tickets_photo on help_tickets (photo_id) where photo_id is not null;

      create table help_steps (
        id text primary key,
        ticket_id text not null references help_tickets,
        command text not null check (command in ('take', 'answer', 'grant', 'mend', 'close')),
        taken_by text not null references users,
        taken_at timestamptz not null,
        note text,
        finding_codes text[] not null default '{}',
        until timestamptz
      );
      create index help_steps_ticket on help_steps (ticket_id, id);
      ${scoped('waivers', { region: 'region_code', enterprise: ['enterprise_id'], welder: 'welder_id' })}
      ${bySystem('waivers')}
      ${scoped('help_tickets', { region: 'region_code', enterprise: ['enterprise_id'], user: ['asked_by'], welder: 'welder_id' })}
      ${bySystem('help_tickets')}
      ${scopedBy('help_steps', 'help_tickets', 'ticket_id')}
      ${bySystem('help_steps')}`);
    await addDatedRules(db, helpRules);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, helpRules);
    await db.query('drop table help_steps, help_tickets, waivers');
  }
}
