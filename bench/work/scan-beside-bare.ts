import type { Figure } from '../kit/report';
import { recordSql, replay, type Transaction } from '../kit/recorded-sql';
import { median, percent, whole } from '../kit/rounds';
import type { Stage } from '../kit/stage';
import type { HttpLoad } from '../load/http-load';
import type { Worker } from '../load/welders';
import { allowedScan, callsOf, refusedScan } from './scan-calls';

const ROUNDS = 5;
const CLIENTS = 20;
/** As many as the platform has (docs/operations.md). */
const CONNECTIONS = 10;

const KINDS = [
  { name: 'refused', scanOf: refusedScan, amount: 400, aim: 800, share: 0.45 },
  { name: 'allowed', scanOf: allowedScan, amount: 200, aim: 400, share: null },
] as const;

interface Beside {
  readonly kind: (typeof KINDS)[number];
  /** Calls a second. */
  readonly platform: readonly number[];
  readonly bare: readonly number[];
}

/** Scans by turns with the transactions that they came to, sent again into a copy of the database as it was before. */
export async function besideBareSql(
  stage: Stage<readonly Worker[]>,
  http: HttpLoad,
  say: (line: string) => void,
): Promise<Beside[]> {
  const { app, prepared: workers } = stage;
  const beside: Beside[] = [];
  for (const kind of KINDS) {
    const calls = callsOf(workers, CLIENTS, kind.amount, kind.scanOf);
    const scan = () => http.measure(kind.name, { url: app.url, clients: CLIENTS, calls, inTurn: true });
    const recording = recordSql();
    await scan();
    const transactions = recording.stop().filter(isOfScan);
    const platform: number[] = [];
    const bare: number[] = [];
    for (let n = 0; n < ROUNDS; n += 1) {
      platform.push((await scan()).measured.perSecond);
      const fresh = await stage.copy();
      bare.push(kind.amount / (await replay(fresh.url, transactions, CONNECTIONS)));
      await fresh.drop();
      say(`${kind.name}: ${whole(platform[n]!)}/s, the same SQL bare ${whole(bare[n]!)}/s`);
    }
    beside.push({ kind, platform, bare });
  }
  return beside;
}

/** A start is decided under the system's role, its finish under the welder's. The platform's own work meanwhile is neither. */
const isOfScan = (transaction: Transaction): boolean =>
  transaction.some(({ text }) => text.includes('into decisions') || text.includes('set local role hanan_app'));

const shareOf = ({ platform, bare }: Beside): number => median(platform.map((one, n) => one / bare[n]!));

export const figuresOf = (beside: readonly Beside[]): Figure[] =>
  beside.map((one) => {
    const { name, aim, share } = one.kind;
    const perSecond = median(one.platform);
    return {
      name: `${name} scans/s, ${CLIENTS} at a time`,
      aim: share === null ? `≥ ${aim}` : `≥ ${aim}, or ≥ ${percent(share)} of the same SQL bare`,
      measured: whole(perSecond),
      ratio: percent(shareOf(one)),
      met: perSecond >= aim || (share !== null && shareOf(one) >= share),
    };
  });

export const noteOf = (one: Beside): string =>
  `${one.kind.name}, ${CLIENTS} at a time: ${whole(median(one.platform))}/s; the same SQL bare, on ${CONNECTIONS} connections and each transaction sent whole: ${whole(median(one.bare))}/s; median of the ratios ${percent(shareOf(one))}.`;
