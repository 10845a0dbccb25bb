import type { QualityWords } from './words.zh';

export const qualityWords: QualityWords = {
  kind: {
    'machine-serial-missing': 'Machine without serial number',
    'machine-photo-missing': 'Machine without a photo of its nameplate',
    'machine-place-missing': 'Machine without a town',
    'machine-place-far': 'Machine far from its region',
    'machine-owner-missing': 'Machine without owner',
    'machine-outlets-odd': 'Machine with too many outlets',
    'machine-idle': 'Machine without an arc for half a year',
    'machine-twice': 'Machine perhaps registered twice',
    'machine-scrapped-with-chip': 'Scrapped machine with a chip',
    'machine-differs': 'Machine differs from another platform',
    'welder-differs': 'Welder differs from another platform',
    'enterprise-differs': 'Enterprise differs from another platform',
    'welder-certificate-missing': 'Welder without certificate',
    'welder-certificate-waiting': 'Certificate unchecked for 14 days',
    'welder-certificate-number-odd': 'Certificate number is not the identity number',
    'welder-twice': 'Welder perhaps registered twice',
    'enterprise-head-missing': 'Enterprise without an account of its head',
    'enterprise-safety-missing': 'Enterprise without an account of a safety officer',
  },
  mend: {
    'machine-serial-missing':
      'Look at the nameplate and enter the serial number. Where none is legible, accept with that reason.',
    'machine-photo-missing': 'Take a photo of the nameplate on site. Where there is none, accept with that reason.',
    'machine-place-missing': 'Set the region to the town or the village.',
    'machine-place-far':
      'Look on site: wrong place, pin it anew; wrong region, correct it. Where it is really elsewhere, accept with that reason.',
    'machine-owner-missing': 'Enter the enterprise or the person who owns it.',
    'machine-outlets-odd': 'Count the outlets on site and correct the number.',
    'machine-idle':
      'Find out whether it is used: scrapped, sold or laid up, change its state; chip not on the machine, fit it anew.',
    'machine-twice':
      'Compare with the machine. One and the same: scrap the second record. Two machines: accept with that reason.',
    'machine-scrapped-with-chip': 'Recover the chip and unbind it on the page of the machine.',
    'machine-differs': 'Compare with the machine. We are wrong: correct it. They are wrong: accept with that reason.',
    'welder-differs': 'Compare with the document. We are wrong: correct it. They are wrong: accept with that reason.',
    'enterprise-differs':
      'Compare with the licence. We are wrong: correct it. They are wrong: accept with that reason.',
    'welder-certificate-missing': 'Add the certificate, or suspend a welder who welds no more.',
    'welder-certificate-waiting': 'Look the certificate up and verify it on the page of the welder.',
    'welder-certificate-number-odd': 'Compare certificate and identity document and correct the wrong one.',
    'welder-twice': 'Find out whether it is one person. Two persons: accept with that reason.',
    'enterprise-head-missing': 'Invite the head or a manager of the enterprise.',
    'enterprise-safety-missing':
      'Let the enterprise invite its safety officer. Where none is needed, accept with that reason.',
  },
  subject: { machine: 'Machine', welder: 'Welder', enterprise: 'Enterprise' },
};
