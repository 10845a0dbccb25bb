import type { Client } from 'pg';

/** A row with only the columns that a test is about: what else may not be empty gets something of its type. */
export class FilledRows {
  private readonly filling = new Map<string, ReadonlyMap<string, unknown>>();

  constructor(private readonly client: Client) {}

  async insert(table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
    const all = new Map<string, unknown>([...(await this.fillingOf(table)), ...Object.entries(row)]);
    const names = [...all.keys()];
    await this.client.query(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, n) => `$${n + 1}`).join(', ')})`,
      [...all.values()],
    );
  }

  private async fillingOf(table: string): Promise<ReadonlyMap<string, unknown>> {
    const known = this.filling.get(table);
    if (known) return known;
    const { rows } = await this.client.query<{ name: string; type: string }>(
      `select attname as name, format_type(atttypid, null) as type from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and attnotnull and not atthasdef and not attisdropped and attidentity = ''`,
      [table],
    );
    const filling = new Map(rows.map(({ name, type }) => [name, SOMETHING[type] ?? null]));
    this.filling.set(table, filling);
    return filling;
  }
}

const SOMETHING: Readonly<Record<string, unknown>> = {
  text: 'x', integer: 1, bigint: 1, 'double precision': 1, boolean: false, jsonb: '{}', date: '2026-01-01', 'text[]': [], smallint: 1,
  'timestamp with time zone': new Date('2026-01-01T00:00:00Z'),
}; // prettier-ignore
