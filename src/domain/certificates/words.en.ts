import type { CertificateWords } from './words.zh';

export const certificateWords: CertificateWords = {
  state: {
    missing: 'None',
    valid: 'Valid',
    unverified: 'Unverified',
    expiring: 'Ends soon',
    'not-yet-valid': 'Not yet valid',
    expired: 'Expired',
    'review-overdue': 'Review overdue',
    verified: 'Verified',
    revoked: 'Revoked',
    forged: 'Forged',
  },
  kind: {
    'special-operation': 'Special-operation certificate',
    construction: 'Construction special-work certificate',
    'special-equipment': 'Special-equipment operator certificate',
  },
  operation: { fusion: 'Fusion welding and thermal cutting', pressure: 'Pressure welding', brazing: 'Brazing' },
};
