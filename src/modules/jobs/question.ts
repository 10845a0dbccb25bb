import type { MeasuredPosition } from '../../domain/places/place-proof';
import type { PinAnswer } from '../../domain/registry/welder-pin';
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
  readonly position: MeasuredPosition | null;
  /** What was scanned of a signboard, with a photo of it; null: nothing. */
  readonly signboardCode: string | null;
  readonly proofPhotoId: string | null;
  /** Who stands at the machine. */
  readonly photoId: string | null;
  /** What the PIN that was typed says of the welder; missing where none was. */
  readonly pin?: PinAnswer;
  /** Running work passes over to an extension. */
  readonly goesOn: boolean;
  readonly replacesJobId: string | null;
  /** Handed over by somebody else than the welder who leaves. */
  readonly handedOverByOther?: true;
}
