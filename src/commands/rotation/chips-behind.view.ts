import type { Client } from 'pg';

/** Chips on machines that told which keys they hold, and do not hold this one. */
export async function chipsBehind(client: Client, kid: string): Promise<string[]> {
  const { rows } = await client.query<{ chipNo: string }>(
    `select h.chip_no as "chipNo" from chip_holdings h join chip_bindings b on b.chip_no = h.chip_no and b.unbound_at is null
     where h.keys is not null and not ($1 = any(h.keys)) order by h.chip_no`,
    [kid],
  );
  return rows.map(({ chipNo }) => chipNo);
}
