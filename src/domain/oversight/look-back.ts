/** 一案双查 is for what is grave or a major hazard. */
export const looksBack = ({
  severity,
  majorHazard,
}: {
  readonly severity: number;
  readonly majorHazard: boolean;
}): boolean => severity >= 3 || majorHazard;
