import type { QueryClient } from '@tanstack/vue-query';
import { readCode } from './codes';
import { restoreSession, session } from './session';

const SCANNED = /^\/c\/([^/]+)\/?$/;

/** As the scanned page asks for it, so that both share one answer. */
export const codeKey = (code: string): readonly unknown[] => ['code', code, session.value.user?.id];

/** Asks about a scanned code while the page for it is still being put together: on a weak line that is a round trip less. */
export async function readAhead(queries: QueryClient, path: string): Promise<void> {
  const code = SCANNED.exec(path)?.[1];
  if (code === undefined) return;
  await restoreSession();
  const asked = decodeURIComponent(code);
  await queries.prefetchQuery({ queryKey: codeKey(asked), queryFn: () => readCode(asked) });
}
