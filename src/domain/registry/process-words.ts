import type { Process } from './machine';

/** What people call the processes. */
export const PROCESS_WORDS: Readonly<Record<Process, { readonly zh: string; readonly en: string }>> = {
  MMA: { zh: '焊条电弧焊', en: 'manual metal arc' },
  GMAW: { zh: '气体保护焊', en: 'gas metal arc' },
  GTAW: { zh: '氩弧焊', en: 'TIG' },
  SAW: { zh: '埋弧焊', en: 'submerged arc' },
  PAW: { zh: '等离子弧焊', en: 'plasma arc welding' },
  LASER: { zh: '激光焊', en: 'laser' },
  GAS: { zh: '气焊气割', en: 'oxy-fuel' },
  PLASMA: { zh: '等离子切割', en: 'plasma cutting' },
  RESISTANCE: { zh: '电阻焊', en: 'resistance' },
  BRAZING: { zh: '钎焊', en: 'brazing' },
};
