import type { HelpTicket } from '@/api/help';
import type { Tone } from '@/ui/tone';

const TONES: Readonly<Record<HelpTicket['state'], Tone>> = {
  open: 'amber',
  taken: 'blue',
  answered: 'blue',
  granted: 'green',
  mended: 'green',
  closed: 'grey',
};

/** Whoever has power waits no more, whatever the request says. */
export const toneOfHelp = ({ state, poweredAt }: Pick<HelpTicket, 'state' | 'poweredAt'>): Tone =>
  poweredAt === null ? TONES[state] : 'green';
