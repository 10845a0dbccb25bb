/** Welding and cutting processes the platform registers. */
export const PROCESSES = [
  'MMA',
  'GMAW',
  'GTAW',
  'SAW',
  'PAW',
  'LASER',
  'GAS',
  'PLASMA',
  'RESISTANCE',
  'BRAZING',
] as const;
export type Process = (typeof PROCESSES)[number];

/** How the chip reaches the machine: `cut` switches mains or output, `sense` only senses, `code-only` has no chip. */
export const CONTROLS = ['cut', 'sense', 'code-only'] as const;
export type Control = (typeof CONTROLS)[number];

export const MACHINE_STATUSES = ['in-service', 'suspended', 'repair', 'lost', 'scrapped'] as const;
export type MachineStatus = (typeof MACHINE_STATUSES)[number];
