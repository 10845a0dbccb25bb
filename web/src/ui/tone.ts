import type { IconName } from './icon-paths';

/** How things stand; never shown by colour alone. Blue waits for somebody and nothing is wrong with it, amber asks to take care. */
export type Tone = 'green' | 'blue' | 'amber' | 'red' | 'grey';

export const TONE_ICON: Record<Tone, IconName> = {
  green: 'ok',
  blue: 'clock',
  amber: 'warn',
  red: 'stop',
  grey: 'info',
};
