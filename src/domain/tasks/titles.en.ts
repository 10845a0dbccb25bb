import type { TaskKind } from './task-kinds';

export const taskTitles: Readonly<Record<TaskKind, string>> = {
  'case-put-right': 'Put right: {violation}, {place}',
  'case-assign': 'Assign: {violation}, {place}',
  'case-review': 'Review: {violation}, {place}',
  'stop-decide': 'Confirm or lift the stop: {name}, {reason}',
  'tip-receive': 'Take in the tip: {tip}, {place}',
  'tip-check': 'Look into: {tip}, {place}',
  'tip-close': 'Answer and close the tip: {tip}, {place}',
  'tip-reward': 'Decide the reward: {tip}, {yuan} yuan',
  'permit-sign': 'Sign: {place}, {number}',
  'photo-check': 'Look at the photo: {name}, {place}',
  'workshop-confirm': 'Confirm the fixed work point: {name}, {owner}',
  'site-confirm': 'Confirm the site: {name}, {owner}',
  'seat-confirm': 'Confirm the signer: {name}, {owner}',
  'claim-settle': 'Confirm the employment: {name}, {owner}',
  'certificate-verify': 'Check the certificate: {name}, {number}',
  'facts-confirm': 'Look at the machine: {name}, {owner}',
  'certificate-ends': 'Renew the certificate: {name}, {number}',
  'training-ends': 'Training: {name}',
  'inspection-due': 'Safety check: {name}',
};
