import { LifeCycle } from '../../kernel/life-cycle';
import type { CertificateStatus } from './certificate';

export type CertificateCommand = 'verify' | 'revoke' | 'mark-forged';

/** A forged card stays forged: it is evidence. One that was revoked may turn out to have been forged. */
export const certificateLifeCycle = new LifeCycle<
  CertificateStatus,
  CertificateCommand,
  { readonly state: CertificateStatus },
  never
>({
  verify: { from: ['unverified'], to: 'verified' },
  revoke: { from: ['unverified', 'verified'], to: 'revoked' },
  'mark-forged': { from: ['unverified', 'verified', 'revoked'], to: 'forged' },
});
