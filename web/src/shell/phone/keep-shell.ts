/** What the person looks at comes first; the files of the other pages follow. */
const LATE_MS = 3_000;

/** Has the phone keep the app itself, so that it opens without network. Browsers allow that on https and localhost only. */
export function keepShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const register = (): Promise<unknown> => navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
  // a phone that forbids it works as before: with network
  window.setTimeout(() => void register().catch(() => undefined), LATE_MS);
}
