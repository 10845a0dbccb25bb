import type { PermitCommandBody } from '@/api/permits';
import type { FormContent } from '@/outbox/kept';

/** What a form has gathered for a command, before its pictures are stored. */
export interface CommandDraft {
  readonly body: PermitCommandBody;
  readonly photo?: File;
  readonly signature?: Blob;
  /** The form's own draft: dropped once it was sent, put back where the platform refuses it. */
  readonly form?: FormContent;
  /** The platform wants to know where the person stands. */
  readonly withPosition?: boolean;
}

/** What was scanned or typed of a signboard, as the platform takes it. */
export const proofOf = (signboard: string): Pick<PermitCommandBody, 'proof'> =>
  signboard.trim() === '' ? {} : { proof: { signboardCode: signboard.trim() } };
