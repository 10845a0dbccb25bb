import type { Instant } from '../kernel/time';
import type { ChipCommand } from '../modules/jobs/chip-command';
import type { Request } from './gap-watch';

/** Messages on `down/commands` (docs/chip-protocol.md); an unlock's token is signed by `sign` when it is sent. */
export function commandMessage(
  command: ChipCommand,
  sign: (unlock: Extract<ChipCommand, { kind: 'unlock' }>['payload']) => string,
  at: Instant,
): object {
  const head = { v: 1, id: command.id, kind: command.kind };
  switch (command.kind) {
    case 'unlock':
      return { ...head, token: sign(command.payload) };
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
