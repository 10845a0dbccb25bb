/** As much of a `pg` client as benches need. */
export interface Queries {
  query(sql: string, params?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}
