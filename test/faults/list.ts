import { killed } from './06-killed';
import { away } from './07-away';
import type { Fault } from './harness/fault';

/** In the order of docs/quality.md. */
export const FAULTS: readonly Fault[] = [killed, away];
