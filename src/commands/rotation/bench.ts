import type { Client } from 'pg';
import { MINUTE, type Instant } from '../../kernel/time';
import type { Config } from '../../platform/config/config';
import { keyId } from '../../platform/keys/key-ids';
import type { KeysPlace } from './keys-place';

export type Rotated = 'jwt' | 'master' | 'tip' | 'search' | 'unlock' | 'signing';

/** What a rotation works with. `note` writes into the audit trail. */
export interface Bench {
  readonly client: Client;
  readonly config: Config;
  readonly place: KeysPlace;
  readonly say: (line: string) => void;
  readonly note: (key: Rotated, step: string, facts: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly now: () => Instant;
  readonly patienceMs?: number;
}

const PATIENCE = 2 * MINUTE;
export const patience = ({ patienceMs = PATIENCE }: Bench): number => patienceMs;

/** A check of one version of a key that tells nothing of it. */
export const idOf = (keys: ReadonlyMap<number, Buffer>, version: number): string => {
  const key = keys.get(version);
  return key ? keyId(key) : '';
};

export function refuseKey(problem: string): never {
  throw new Error(problem);
}
