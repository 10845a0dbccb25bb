import type { IconName } from './icon-paths';

/** How things stand, in four tones; never shown by colour alone. */
export type Tone = 'green' | 'amber' | 'red' | 'grey';

export const TONE_ICON: Record<Tone, IconName> = { green: 'ok', amber: 'warn', red: 'stop', grey: 'info' };
