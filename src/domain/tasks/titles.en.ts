import type { TaskKind } from './task-kinds';

export const taskTitles: Readonly<Record<TaskKind, string>> = {
  'case-put-right': 'Put right: {violation}, {place}',
  'case-assign': 'Assign: {violation}, {place}',
  'case-review': 'Review: {violation}, {place}',
  'stop-decide': 'Confirm or lift the stop: {name}, {reason}',
  'permit-sign': 'Sign: {place}, {number}',
  'photo-check': 'Look at the photo: {name}, {place}',
  'workshop-confirm': 'Confirm the fixed work point: {name}, {owner}',
  'site-confirm': 'Confirm the site: {name}, {owner}',
  'seat-confirm': 'Confirm the signer: {name}, {owner}',
  'claim-settle': 'Confirm the employment: {name}, {owner}',
  'handover-answer': 'Say whether it came: {name}, {owner}',
  'certificate-verify': 'Check the certificate: {name}, {number}',
  'facts-confirm': 'Look at the machine: {name}, {owner}',
  'registration-settle': 'Confirm the registration: {name}',
  'certificate-ends': 'Renew the certificate: {name}, {number}',
  'training-ends': 'Training: {name}',
  'inspection-due': 'Safety check: {name}',
  'handover-overdue': 'Not returned: {name}, {owner}',
  'data-mend': '{quality}: {name}, {owner}',
};
