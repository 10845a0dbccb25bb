import { AsyncLocalStorage } from 'node:async_hooks';
import type { Config } from '../config/config';

/** What `hold_search_key` raises where the hashes are made with other keys by now; the detail is their number. */
const MOVED = 'HN001';

type SearchKeys = Pick<Config, 'laterSearchKeys' | 'searchVersion'>;

/** A key lies ready that the hashes in the database are not made with yet: the moment of the change is near. */
export const isSearchKeyWaiting = ({ laterSearchKeys, searchVersion }: SearchKeys): boolean =>
  laterSearchKeys.length + 1 > searchVersion;

/**
 * The end of the statement that opens a transaction. While a key waits, each transaction holds the keys of the hashes until
 * its end, and fails at its beginning if they have changed. At all other times nothing is asked.
 */
export const holdSearchKey = (keys: SearchKeys | undefined): string =>
  keys && isSearchKeyWaiting(keys) ? `; select hold_search_key(${keys.searchVersion})` : '';

/** Takes the number of keys out of the failure. False for any other failure. */
export function takeMovedSearchKey(keys: SearchKeys | undefined, fault: unknown): boolean {
  const { code, detail } = fault as { readonly code?: unknown; readonly detail?: unknown };
  if (!keys || code !== MOVED) return false;
  Object.assign(keys, { searchVersion: Number(detail) } satisfies Partial<SearchKeys>);
  return true;
}

const begun = new AsyncLocalStorage<'again'>();

/** Runs work that begins again from its start where the keys change under it: hashes of before are forgotten. */
export const beginningAgain = <T>(work: () => Promise<T>): Promise<T> => begun.run('again', work);

/** Somebody above begins again, so one transaction must not repeat itself with hashes that were made before it. */
export const isBegunAgain = (): boolean => begun.getStore() === 'again';
