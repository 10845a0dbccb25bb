import { createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { codeOfStep, judgeCode, readSignInCode, stepAt, stepEndsAt, type Hmac } from '../../../domain/training/sign-in-code'; // prettier-ignore
import { wrongField, type Refusal } from '../../../kernel/refusal';
import { isoTime, type Instant } from '../../../kernel/time';
import { Config } from '../../../platform/config/config';
import { Sealer } from '../../../platform/database/sealer';
import { qrPath } from '../../../platform/documents/qr-picture';
import type { TrainingSessionRow } from '../../../schema/training/training-session.row';
import type { SessionCode } from './session.dto';

export const SESSION_SECRET = 'training-session.secret';

/** The code on the trainer's screen, and what is said of one that was scanned. */
@Injectable()
export class SessionCodes {
  constructor(
    private readonly sealer: Sealer,
    private readonly config: Config,
  ) {}

  newSecret(): string {
    return this.sealer.seal(SESSION_SECRET, randomBytes(32).toString('hex'));
  }

  show(session: TrainingSessionRow, at: Instant): SessionCode {
    const code = codeOfStep(this.hmacOf(session), stepAt(at));
    const address = `${this.config.publicUrl}/m/training/sign-in?session=${session.id}&code=${code}`;
    return { code, address, ...qrPath(address), changesAt: isoTime(stepEndsAt(at)), now: isoTime(at) };
  }

  /** Null: the code is this session's, and of this minute. */
  faultOf(session: TrainingSessionRow, typed: string, at: Instant): Refusal | null {
    const read = readSignInCode(typed);
    if (!read) return wrongField('code', 'training.code-unknown');
    if (read.sessionId !== null && read.sessionId !== session.id)
      return wrongField('code', 'training.code-of-other-session');
    const verdict = judgeCode(this.hmacOf(session), read.code, at);
    return verdict === 'good' ? null : wrongField('code', verdict);
  }

  private hmacOf({ secretSealed }: TrainingSessionRow): Hmac {
    const secret = Buffer.from(this.sealer.open(SESSION_SECRET, secretSealed), 'hex');
    return (message) => createHmac('sha256', secret).update(message).digest();
  }
}
