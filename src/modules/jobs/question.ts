import type { Purpose } from '../../domain/authorization/facts';

/** By what was scanned or typed, or by id where the platform knows already. */
export type Named = { readonly code: string } | { readonly id: string };

/** What authorisation is asked: this welder, this machine, here, now? */
export interface Question {
  readonly purpose: Purpose;
  readonly machine: Named;
  /** Null: nobody is named, and the caller is no welder. */
  readonly welder: Named | null;
  readonly permitId: string | null;
  readonly outlet: number;
  readonly position: { readonly lat: number; readonly lng: number; readonly accuracyM: number } | null;
  readonly photoId: string | null;
  readonly replacesJobId: string | null;
}
