import type { ValueTransformer } from 'typeorm';
import type { Instant } from '../kernel/time';

/** A `timestamptz` is milliseconds since 1970 in this program; the driver reads it so and wants a `Date` to write it. */
export const instant: ValueTransformer = {
  from: (at: Instant | null) => at,
  to: (at: Instant | null | undefined) => (typeof at === 'number' ? new Date(at) : at),
};
