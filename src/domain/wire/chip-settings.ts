/** What `configure` sets (docs/chip-protocol.md). */
export interface ChipSettings {
  /** With power a chip samples this often. */
  readonly sampleMs: number;
  /** Without power: how long a chip that is well may say nothing. */
  readonly idleSampleMs: number;
  /** From this current on an arc burns. */
  readonly arcFromA: number;
  /** A pause that is shorter does not end an arc. */
  readonly arcPauseMs: number;
}

export const FACTORY_SETTINGS: ChipSettings = { sampleMs: 10_000, idleSampleMs: 60_000, arcFromA: 5, arcPauseMs: 200 };

/**
 * What a person may set. Never slower than the factory: silence and grace are judged by its intervals. A threshold
 * above 30 A would leave thin sheets unseen.
 */
export const SETTINGS_LIMITS = {
  sampleMs: [1_000, 10_000],
  idleSampleMs: [10_000, 60_000],
  arcFromA: [2, 30],
  arcPauseMs: [50, 2_000],
} as const satisfies Readonly<Record<keyof ChipSettings, readonly [least: number, most: number]>>;

export const SETTINGS_STATES = ['factory', 'waiting', 'in-force', 'refused'] as const;
export type SettingsState = (typeof SETTINGS_STATES)[number];

/** How far a chip has come with what was set for it. `told`: the number it told last, null where it tells none. */
export function settingsState(
  set: { readonly no: number; readonly error: string | null } | null,
  told: number | null,
): SettingsState {
  if (set === null) return 'factory';
  if (told === set.no) return 'in-force';
  return set.error === null ? 'waiting' : 'refused';
}
