import type { TaskWords } from './words.zh';

export const taskWords: TaskWords = {
  kind: {
    'case-put-right': 'Problems to put right',
    'case-assign': 'Problems to assign',
    'case-review': 'Repairs to review',
    'case-receive': 'Cases to receive',
    'stop-decide': 'Stops to decide',
    'permit-sign': 'Permits to sign',
    'photo-check': 'Photos to check',
    'workshop-confirm': 'Fixed work points to confirm',
    'site-confirm': 'Sites to confirm',
    'seat-confirm': 'Signers to confirm',
    'claim-settle': 'Employment to confirm',
    'certificate-verify': 'Certificates to check',
    'facts-confirm': 'Machines to look at',
    'certificate-ends': 'Certificates that end',
    'certificates-ending': 'Certificates ending here',
    'training-ends': 'Training that ends',
    'inspection-due': 'Safety checks due',
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
