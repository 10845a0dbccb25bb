import type { ChipMessage } from '../modules/telemetry/chip-message';
import type { Raw } from './decode';

/** A decoded message with the bytes it came from. */
export interface Taken {
  readonly raw: Raw;
  readonly message: ChipMessage;
}
