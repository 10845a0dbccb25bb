import { limitsOf, onlyExplosion, shownLimit, type GasPlace } from '../../../domain/permits/gas-limits';
import type { GasReading } from '../../../domain/permits/gas-test';
import type { GasLimits } from '../../../domain/permits/permit-rule-values';
import type { PermitGasReadingView, PermitGasTestView } from './permit-detail.dto';
import type { StoredGasTest } from './permit-parts.view';

/** A gas test as people read it: beside each reading what it was held to, in its own unit, and the clause. */
export function gasTestView(stored: StoredGasTest, limits: GasLimits, place: GasPlace): PermitGasTestView {
  const { readings, failed, instrument, oxygenEnriched, ...test } = stored;
  return {
    ...test,
    readings: readings.map((reading) => readingView(reading, limits, place, oxygenEnriched)),
    failed: failed.map(({ index }) => index),
    instrument: instrument?.number ?? null,
    calibrationDueOn: instrument?.calibrationDueOn ?? null,
  };
}

function readingView(
  reading: GasReading,
  limits: GasLimits,
  place: GasPlace,
  oxygenEnriched: boolean,
): PermitGasReadingView {
  const heldTo = limitsOf(reading, limits, place, oxygenEnriched);
  return {
    ...reading,
    point: reading.point ?? null,
    limits: heldTo.map(({ basis, min, max, unit, source }) => ({
      basis,
      min: min ?? null,
      max: shownLimit(max),
      unit,
      source,
    })),
    explosionOnly: onlyExplosion(heldTo),
  };
}
