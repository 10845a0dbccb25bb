import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  checks: {
    lookup: 'Public lookup',
    purpose: 'Purpose',
    purposeHint: 'Kept on record: who looked at the number, when and why',
    purposeUsual: 'Verifying a special-operation certificate',
    show: 'Show number and name',
    shownHow:
      'Copy number and name into the official lookup, or scan the holder’s e-certificate with the official app.',
    number: 'Certificate number',
    name: 'Name',
    address: 'Official lookup',
    noAddress: 'No lookup is on record for this kind. Ask the issuing authority.',
    copy: 'Copy',
    copied: 'Copied',
    copyByHand: 'Press long to select, then copy',
    open: 'Open the official lookup',
    answerTitle: 'What it answered',
    answer: { valid: 'Valid', expired: 'Expired', 'not-found': 'Not found', 'name-differs': 'Name differs' },
    means: {
      valid: 'The certificate becomes “verified”.',
      waits: 'An official then confirms that it is genuine.',
      other:
        'It is kept in the history, and what a scanned e-certificate let pass ends at once. If the card is forged, mark it as forged afterwards.',
    },
    screenshot: 'Screenshot or photo of the answer',
    screenshotHint: 'Number, name and validity must be readable: it is the proof.',
    note: 'Note (optional)',
    submit: 'Send the answer',
    done: 'The answer is on record',
    forgedHow:
      'This cannot be undone: work stops at once, a case is opened with the screenshots, and it is handed to the police.',
    forgedShot: 'Screenshot that shows the forgery (optional)',
    scan: 'Scan the e-certificate',
    scanHow: 'Open the e-certificate and aim at its QR code. A scan is a claim and verifies nothing.',
    reading: {
      same: 'The number is the registered one',
      'other-number': 'This is another certificate: its number is not the registered one. Check it.',
      'other-name': 'The name on it is not the registered one. Check it.',
      address: 'This leads to the official lookup but names no number. An official has to open it.',
      unknown: 'This QR code is not recognised. It was kept as it is, for an official to look at.',
    },
    workUntil: 'Work is possible until {time}, before it is verified',
    again: 'Scan again',
    history: 'History',
    noHistory: 'Nothing has been done yet',
    kind: {
      scanned: 'E-certificate scanned',
      revealed: 'Number shown',
      lookup: 'Looked up',
      verified: 'Verified',
      revoked: 'Revoked',
      forged: 'Marked as forged',
    },
    method: {
      lookup: 'public lookup',
      evidence: 'original seen',
      import: 'compared with a list',
      adapter: 'interface',
    },
    proof: 'Screenshot',
    daysLeft: '{days} days left',
    lastDay: 'Ends today',
    page: 'Certificates',
    none: 'No certificate is registered yet',
  },
};

export default texts;
