import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  console: {
    certificates: {
      title: 'Certificates',
      none: 'None on record',
      add: 'Add certificate',
      number: 'Number',
      photo: 'Photo of the holder',
      takePhoto: 'Take or choose the photo on the card',
      photoHint: 'Only the portrait, without the number. Photos taken at the start of work are compared with it.',
      numberHint: 'A special-operation certificate is T plus the holder’s identity number',
      kind: 'Kind',
      operations: 'Operations',
      issuer: 'Issuer',
      issuedOn: 'Issued on',
      validFrom: 'Valid from',
      validTo: 'Valid to',
      verify: 'Verify (original or list)',
      revoke: 'Revoke',
      forged: 'Mark as forged',
      method: 'Method',
      note: 'Note',
      by: { evidence: 'Original seen', import: 'Compared with a list' },
    },
  },
};

export default texts;
