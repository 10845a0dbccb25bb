import type { TaskWords } from './words.zh';

export const taskWords: TaskWords = {
  kind: {
    'case-put-right': 'Problems to put right',
    'case-assign': 'Problems to assign',
    'case-review': 'Repairs to review',
    'stop-decide': 'Stops to decide',
    'permit-sign': 'Permits to sign',
    'photo-check': 'Photos to check',
    'workshop-confirm': 'Fixed work points to confirm',
    'site-confirm': 'Sites to confirm',
    'seat-confirm': 'Signers to confirm',
    'claim-settle': 'Employment to confirm',
    'handover-answer': 'Machines to receive',
    'certificate-verify': 'Certificates to check',
    'facts-confirm': 'Machines to look at',
    'registration-settle': 'Registrations to confirm',
    'certificate-ends': 'Certificates that end',
    'training-ends': 'Training that ends',
    'inspection-due': 'Safety checks due',
    'handover-overdue': 'Machines not returned',
    'data-mend': 'Records to mend',
  },
  urgency: {
    overdue: 'Overdue',
    today: 'Due today',
    waiting: 'Waiting',
    week: 'Due in 7 days',
    month: 'Due in 30 days',
    later: 'Due in 90 days',
  },
};
