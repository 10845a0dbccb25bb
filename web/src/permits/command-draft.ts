import type { PermitCommandBody } from '../api/permits';

/** What a form has gathered for a command, before its pictures are stored. */
export interface CommandDraft {
  readonly body: PermitCommandBody;
  readonly photo?: File;
  readonly signature?: Blob;
  /** The platform wants to know where the person stands. */
  readonly withPosition?: boolean;
}

/** What was scanned or typed of a signboard, as the platform takes it. */
export const proofOf = (signboard: string): Pick<PermitCommandBody, 'proof'> =>
  signboard.trim() === '' ? {} : { proof: { signboardCode: signboard.trim() } };
