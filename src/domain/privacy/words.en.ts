import type { PrivacyWords } from './words.zh';

export const privacyWords: PrivacyWords = {
  erasureState: {
    asked: 'Waits for a decision',
    approved: 'Approved; waits until the law lets the records go',
    refused: 'Refused',
    withdrawn: 'Withdrawn',
    done: 'Erased',
  },
  erasureCommand: { approve: 'Approve', refuse: 'Refuse', withdraw: 'Withdraw' },
  obstacle: {
    'open-case': 'A case is open',
    'open-job': 'A job is running',
    'open-permit': 'A hot-work permit is open',
    suspended: 'Is suspended at present',
    'owns-machine': 'Still owns a machine: sell or scrap it first',
    'holds-seat': 'Still serves in an enterprise: the enterprise closes the account first',
    'is-official': 'Is an official: what was done in office stays on record',
  },
};
