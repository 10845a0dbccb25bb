import type { ExchangeWords } from './words.zh';

export const exchangeWords: ExchangeWords = {
  kind: {
    enterprise: 'Enterprise',
    welder: 'Welder',
    certificate: 'Certificate',
    machine: 'Machine',
    permit: 'Hot-work permit',
    violation: 'Case',
  },
  partnerKind: {
    province: 'Provincial platform',
    neighbour: 'Neighbouring platform',
    vendor: 'Chip vendor’s cloud',
    plant: 'Chemical plant’s special-work system',
  },
  purpose: {
    'certificate-check': 'Checking certificates',
    enforcement: 'Enforcement',
    'accident-inquiry': 'Inquiry into an accident',
  },
  difference: {
    missing: 'They do not have it',
    older: 'They have an older version',
    newer: 'They have a newer version',
    surplus: 'Only they have it',
  },
};
