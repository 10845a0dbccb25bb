/**
 * What may be shown as the current of now, in amperes. The arc comes from edges that a chip tells at once, the current from
 * samples that come seconds apart: a sample from before the last edge belongs to the other state. So the arc decides, and
 * the two never contradict each other. `null`: burning, not yet measured, or nothing measures here.
 */
export function liveCurrent(arcOpen: boolean, sampledA: number | null): number | null {
  if (sampledA === null) return null;
  if (!arcOpen) return 0;
  return sampledA > 0 ? sampledA : null;
}
