/** Numbers of people who do not exist: right check signs, birthdays before 1912, so that they can be nobody's. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

export function inventedIdNumber(n: number): string {
  const day = String(1 + (n % 28)).padStart(2, '0');
  const month = String(1 + (Math.floor(n / 28) % 12)).padStart(2, '0');
  const year = 1901 + (Math.floor(n / 336) % 10);
  const body = `411003${year}${month}${day}${String(Math.floor(n / 3360) % 1000).padStart(3, '0')}`;
  const sum = [...body].reduce((total, digit, i) => total + Number(digit) * (WEIGHTS[i] ?? 0), 0);
  return body + '10X98765432'[sum % 11];
}

/** 199 is an unassigned range of mobile numbers used here for invention only. */
export const inventedPhone = (n: number): string => `1990000${String(n).padStart(4, '0')}`;

/** Chip numbers and secrets that depend only on `n`. */
export const inventedChip = (n: number): { chipNo: string; secretHex: string } => ({
  chipNo: `TEST${String(n).padStart(10, '0')}`,
  secretHex: n.toString(16).padStart(64, '5'),
});
