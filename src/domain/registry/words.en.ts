import type { RegistryWords } from './words.zh';

export const registryWords: RegistryWords = {
  machineState: {
    'in-service': 'In service',
    suspended: 'Suspended',
    repair: 'In repair',
    lost: 'Lost',
    scrapped: 'Scrapped',
  },
  welderState: { active: 'In order', suspended: 'Suspended' },
  enterpriseKind: { company: 'Company', individual: 'Individual business' },
  enterpriseState: { active: 'In order', suspended: 'Suspended', closed: 'Closed' },
  process: {
    MMA: 'Manual metal arc',
    GMAW: 'Gas metal arc',
    GTAW: 'TIG',
    SAW: 'Submerged arc',
    PAW: 'Plasma arc welding',
    LASER: 'Laser',
    GAS: 'Oxy-fuel',
    PLASMA: 'Plasma cutting',
    RESISTANCE: 'Resistance',
    BRAZING: 'Brazing',
  },
  control: { cut: 'Switches power', sense: 'Senses only', 'code-only': 'Code only' },
  industry: {
    chemical: 'Chemical',
    construction: 'Construction',
    manufacturing: 'Manufacturing',
    commerce: 'Commerce',
    catering: 'Catering',
    repair: 'Repair',
    public: 'Public body',
    other: 'Other',
  },
};
