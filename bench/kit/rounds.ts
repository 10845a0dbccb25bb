export const MILLION = 1_000_000;

export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
};

export const whole = (value: number): string => Math.round(value).toLocaleString('en');

export const percent = (share: number): string => `${Math.round(100 * share)} %`;
