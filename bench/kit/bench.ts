import type { Report } from './report';

interface BenchOptions {
  /** How much there is to work on. */
  readonly rows: number;
  /** Another state of the project with the same `bench` folder, for a bench that compares. */
  readonly against?: string;
  readonly say: (line: string) => void;
}

export type Bench = (options: BenchOptions) => Promise<Report>;
