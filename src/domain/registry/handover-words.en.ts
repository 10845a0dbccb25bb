import type { HandoverWords } from './handover-words.zh';

export const handoverWords: HandoverWords = {
  kind: { sale: 'Sale', lease: 'Lease', loan: 'Loan' },
  state: { offered: 'Waits for the receiver', confirmed: 'Confirmed', returned: 'Returned', refused: 'Not received', withdrawn: 'Withdrawn' },
  command: { confirm: 'Received', refuse: 'Not received', withdraw: 'Withdraw', return: 'It came back' },
}; // prettier-ignore
