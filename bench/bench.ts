import type { Report } from './report';

interface BenchOptions {
  /** How much there is to work on. */
  readonly rows: number;
  readonly say: (line: string) => void;
}

export type Bench = (options: BenchOptions) => Promise<Report>;
