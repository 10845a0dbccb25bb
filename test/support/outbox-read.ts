import type { TestApp } from './app';

/** A reader of the outbox stops before a transaction that is still open, and other suites share this server: their open ones count. */
export async function everythingIsRead(app: TestApp): Promise<void> {
  const past = `select coalesce(pg_snapshot_xmin(pg_current_snapshot()) > max(xid), true) as yes from outbox`;
  for (;;) {
    const [all] = await app.sql<{ yes: boolean }>(past);
    if (all?.yes) return;
    await new Promise((again) => setTimeout(again, 20));
  }
}
