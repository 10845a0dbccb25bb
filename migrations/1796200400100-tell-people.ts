import type { MigrationInterface, QueryRunner } from 'typeorm';
import { scoped } from './row-level-security';

const bySystem = (table: string): string =>
  `create policy system_sees_all on ${table} to hanan_system using (true) with check (true);`;

/** News reaches people and other systems: each message is a row that is sent, tried again or given up. */
export class TellPeople1796200400100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table outbox_consumers (
        name text primary key,
        xid xid8 not null,
        id bigint not null,
        moved_at timestamptz not null
      );

      create table webhooks (
        id text primary key,
        region_code text collate "C" not null,
        url text not null check (length(url) <= 2000),
        types text[] not null check (cardinality(types) > 0),
        secret_sealed text not null,
        created_by text not null references users,
        created_at timestamptz not null,
        stopped_at timestamptz
      );
      create index webhooks_list on webhooks (region_code, id desc);
      create unique index webhooks_one_address on webhooks (region_code, url) where stopped_at is null;

      create sequence message_order;
      create table messages (
        id text primary key,
        seq bigint not null default nextval('message_order'),
        event_key text not null,
        kind text not null,
        channel text not null check (channel in ('inbox', 'mail', 'sms', 'wechat', 'webhook')),
        recipient text not null,
        user_id text references users,
        webhook_id text references webhooks,
        lane text not null,
        entity text not null,
        entity_id text not null,
        params jsonb not null default '{}',
        urgent boolean not null,
        digest boolean not null default false,
        state text not null check (state in ('queued', 'failed', 'sent', 'dead')),
        tries integer not null default 0 check (tries >= 0),
        next_try_at timestamptz not null,
        claimed_until timestamptz,
        made_at timestamptz not null,
        settled_at timestamptz,
        read_at timestamptz,
        fault text,
        constraint messages_once unique (event_key, recipient, channel),
        check ((channel = 'webhook') = (webhook_id is not null)),
        check ((channel = 'webhook') = (user_id is null)),
        check (recipient = coalesce(user_id, webhook_id)),
        check ((state in ('sent', 'dead')) = (settled_at is not null)),
        check (read_at is null or channel = 'inbox')
      );
      create index messages_inbox on messages (user_id, id desc) where channel = 'inbox';
      create index messages_unread on messages (user_id) where channel = 'inbox' and read_at is null;
      create index messages_due on messages (next_try_at) where state in ('queued', 'failed');
      create index messages_lane on messages (lane, seq) where state in ('queued', 'failed');
      create index messages_dead on messages (id desc) where state = 'dead';
      create index messages_of_webhook on messages (webhook_id, id desc) where webhook_id is not null;
      create index messages_old on messages (settled_at) where settled_at is not null;

      create table message_receivers (
        name text primary key,
        failures integer not null check (failures > 0),
        paused_until timestamptz not null,
        fault text not null
      );

      create table notice_settings (
        user_id text primary key references users,
        mail_sealed text,
        quiet_from text check (quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        quiet_to text check (quiet_to ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        digest boolean not null,
        language text not null,
        choices jsonb not null default '{}',
        changed_at timestamptz not null,
        check ((quiet_from is null) = (quiet_to is null))
      );
      ${scoped('messages', { user: ['user_id'] })}
      ${bySystem('messages')}
      ${scoped('webhooks', { region: 'region_code' })}
      ${bySystem('webhooks')}
      ${scoped('notice_settings', { user: ['user_id'] })}
      ${bySystem('notice_settings')}`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'drop table notice_settings, message_receivers, messages, webhooks, outbox_consumers; drop sequence message_order',
    );
  }
}
