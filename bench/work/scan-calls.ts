import type { Call } from '../load/http-line';
import { scanned, WELDERS_OF_A_SITE, type Worker } from '../load/welders';

/** `stranger`: of another enterprise. */
export type ScanOf = (worker: Worker, stranger: Worker) => Call;

/** The permit names neither welder nor machine. */
export const refusedScan: ScanOf = (worker, stranger) => ({ ...scanned(worker, stranger.permitId), status: 403 });

export const allowedScan: ScanOf = (worker) => ({ ...scanned(worker, worker.permitId), then: '/jobs/:id/finish' });

/** One welder a connection. */
export function callsOf(workers: readonly Worker[], clients: number, amount: number, callOf: ScanOf): Call[] {
  return Array.from({ length: amount }, (_, n) => {
    const own = n % clients;
    return callOf(workers[own]!, workers[(own + WELDERS_OF_A_SITE) % workers.length]!);
  });
}
