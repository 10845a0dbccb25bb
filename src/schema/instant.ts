import type { ValueTransformer } from 'typeorm';
import type { Instant } from '../kernel/time';

const toDate = (at: unknown): unknown => (typeof at === 'number' ? new Date(at) : at);

/** A `timestamptz` is milliseconds since 1970 in this program; the driver reads it so and wants a `Date` to write it. */
export const instant: ValueTransformer = {
  from: (at: Instant | readonly Instant[] | null) => at,
  to: (at: Instant | readonly Instant[] | null | undefined) => (Array.isArray(at) ? at.map(toDate) : toDate(at)),
};
