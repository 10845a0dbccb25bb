export const GIB = 1024 ** 3;

export const gib = (bytes: number): string => (bytes / GIB).toFixed(1);
