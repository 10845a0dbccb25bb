import type { Instant } from '../kernel/time';
import type { ChipCommand } from '../modules/jobs/chip-command';
import type { HeldKeys, UnlockSigner } from '../modules/jobs/unlock-signer';
import type { Request } from './gap-watch';

/** Messages on `down/commands` (docs/chip-protocol.md). Tokens are signed now, by a key that the chip holds. */
export function commandMessage(command: ChipCommand, signer: UnlockSigner, held: HeldKeys, at: Instant): object {
  const head = { v: 1, id: command.id, kind: command.kind };
  switch (command.kind) {
    case 'unlock':
      return { ...head, token: signer.sign(command.payload, at, held) };
    case 'keys':
      return { ...head, jws: signer.signKeys(at, held) };
    case 'secret':
      return { ...head, jws: signer.signOffer({ chipNo: command.chipNo, ...command.payload }, held) };
    case 'lock':
      return { ...head, ...(command.jobId === null ? {} : { job: command.jobId }), reason: command.payload.reason };
    case 'time':
      return { ...head, t: at };
    default:
      return { ...head, ...command.payload };
  }
}

export const timeMessage = (id: string, at: Instant): object => ({ v: 1, id, kind: 'time', t: at });

export const resendMessage = (id: string, { boot, fromSeq, toSeq }: Request): object => ({
  v: 1,
  id,
  kind: 'resend',
  boot,
  fromSeq,
  toSeq,
});
