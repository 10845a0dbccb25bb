import type { RollOutMode } from '@domain/authorization/roll-out-modes';
import type { MeasuredPosition, StoredFacts } from '@domain/authorization/facts';
import type { StopStanding } from '@domain/jobs/stop-order';
import type { SignboardReading } from '@domain/places/signboard';
import type { PinAnswer } from '@domain/registry/welder-pin';
import type { DayKind } from '@domain/rules/calendar';

/** Values of facts that have words on no other page; a member that is added does not compile before it has words. */
export type FactValues = Readonly<
  Record<RollOutMode | MeasuredPosition['source'] | DayKind | PinAnswer | SignboardReading | StopStanding, string>
>;

/** The names of all parts of facts, however deep; keys that are data, such as days, are none. */
type PartsOf<T> = T extends readonly (infer One)[]
  ? PartsOf<One>
  : T extends object
    ? string extends keyof T
      ? PartsOf<T[string & keyof T]>
      : { [Key in keyof T & string]-?: Key | PartsOf<NonNullable<T[Key]>> }[keyof T & string]
    : never;
export type FactNames = Readonly<Record<PartsOf<StoredFacts[keyof StoredFacts]>, string>>;
