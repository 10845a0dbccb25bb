import type { BootKey } from './boot.store';

export const keyOf = ({ chipNo, boot }: BootKey): string => `${chipNo} ${boot}`;

export const distinct = (boots: readonly BootKey[]): BootKey[] => [
  ...new Map(boots.map((one) => [keyOf(one), one])).values(),
];

/** Rows of many boots, each boot's together. */
export function byBoot<T extends BootKey>(rows: readonly T[]): Map<string, T[]> {
  const grouped = new Map<string, T[]>();
  for (const row of rows) {
    const same = grouped.get(keyOf(row));
    if (same) same.push(row);
    else grouped.set(keyOf(row), [row]);
  }
  return grouped;
}
