/**
 * The current that may be shown as of now, in amperes. A chip reports the start and stop of an arc at once, but its
 * current only every few seconds. A sample from before the last start or stop belongs to the other state. So the arc
 * decides, and the two never contradict each other. `null`: burning, not yet measured, or nothing measures here.
 */
export function liveCurrent(arcOpen: boolean, sampledA: number | null): number | null {
  if (sampledA === null) return null;
  if (!arcOpen) return 0;
  return sampledA > 0 ? sampledA : null;
}
