import { DeliveryFault } from '../../../platform/messaging/delivery-fault';

/** What became of one registration on the other side. */
export interface ItemAnswer {
  readonly kind: string;
  readonly id: string;
  readonly verdict: 'taken' | 'same' | 'waiting' | 'stale' | 'refused';
  readonly code: string | null;
  /** With `stale`: the version that they hold. */
  readonly held: number | null;
}

const VERDICTS: readonly unknown[] = ['taken', 'same', 'waiting', 'stale', 'refused'];
const CODE = /^[a-z0-9][a-z0-9._-]{0,79}$/i;
const LARGEST_VERSION = 2_000_000_000;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Reads what another program wrote. An answer that cannot be read counts as none: the batch is sent again. */
export function readAnswer(answer: unknown): ItemAnswer[] {
  const items = isRecord(answer) ? answer['items'] : null;
  if (!Array.isArray(items)) throw new DeliveryFault('receiver', 'answer-unreadable');
  return items.map((item: unknown) => {
    if (!isRecord(item) || !VERDICTS.includes(item['verdict']))
      throw new DeliveryFault('receiver', 'answer-unreadable');
    const { code, held } = item;
    return {
      ...{ kind: String(item['kind']), id: String(item['id']), verdict: item['verdict'] as ItemAnswer['verdict'] },
      code: typeof code === 'string' && CODE.test(code) ? code : null,
      held: versionOf(held),
    };
  });
}

export const versionOf = (value: unknown): number | null =>
  Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= LARGEST_VERSION
    ? (value as number)
    : null;
