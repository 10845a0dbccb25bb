import type { Severity } from '@domain/authorization/finding';
import type { CertificateWords } from '@domain/certificates/words.zh';
import type { JobState } from '@domain/jobs/job';
import type { PermitState } from '@domain/permits/permit';
import type { EnterpriseStatus } from '@domain/registry/enterprise';
import type { MachineStatus } from '@domain/registry/machine';
import type { WelderStatus } from '@domain/registry/welder';
import type { Grade, ViolationState } from '@domain/violations/violation-kinds';
import type { Tone } from './tone';

interface States {
  readonly permit: PermitState;
  readonly job: JobState;
  readonly machine: MachineStatus;
  readonly welder: WelderStatus;
  readonly certificate: keyof CertificateWords['state'];
  readonly enterprise: EnterpriseStatus;
  readonly violation: ViolationState;
  readonly grade: Grade;
  readonly severity: Severity;
}

/** What is over is grey. */
const TONES: { readonly [Kind in keyof States]: Readonly<Record<States[Kind], Tone>> } = {
  permit: {
    draft: 'grey',
    submitted: 'blue',
    approved: 'blue',
    issued: 'blue',
    active: 'green',
    suspended: 'red',
    fire_watch: 'amber',
    closed: 'grey',
    returned: 'amber',
    rejected: 'red',
    cancelled: 'grey',
    expired: 'red',
  },
  job: { reserved: 'blue', running: 'green', finished: 'grey', stopped: 'red', failed: 'red' },
  machine: { 'in-service': 'green', suspended: 'red', repair: 'amber', lost: 'red', scrapped: 'grey' },
  welder: { active: 'green', suspended: 'red' },
  certificate: {
    missing: 'grey',
    valid: 'green',
    verified: 'green',
    expiring: 'amber',
    'not-yet-valid': 'amber',
    unverified: 'amber',
    expired: 'red',
    'review-overdue': 'red',
    revoked: 'red',
    forged: 'red',
  },
  enterprise: { active: 'green', suspended: 'red', closed: 'grey' },
  violation: {
    open: 'red',
    assigned: 'blue',
    rectifying: 'blue',
    review: 'blue',
    closed: 'green',
    withdrawn: 'grey',
  },
  grade: { alert: 'amber', hazard: 'red', offence: 'red' },
  severity: { block: 'red', warn: 'amber', observe: 'grey' },
};

/** The tone of a state of a kind of thing; a state that nobody knows is grey. */
export const toneOf = (kind: keyof States, state: string): Tone =>
  (TONES[kind] as Readonly<Record<string, Tone>>)[state] ?? 'grey';
