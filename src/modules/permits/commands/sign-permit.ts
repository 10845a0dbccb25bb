import { Injectable } from '@nestjs/common';
import { approvalPlaces, emptyPlaces, signaturesOfRound } from '../../../domain/permits/approval-chain';
import { approvalSigning, countersigning } from '../../../domain/permits/signing';
import { ok } from '../../../kernel/result';
import { snapshotOf, type Act, type Stepping } from '../permit-steps';
import type { CommandHandler, Given } from './handler';
import { SignatureWriter } from './signature-writer';

/** `approve`: the next signature in the chain. */
@Injectable()
export class ApprovePermit implements CommandHandler {
  constructor(private readonly writer: SignatureWriter) {}

  act(given: Given): Act {
    return async (tx, stepping, to) => {
      const detail = await this.writer.sign(tx, given, stepping, approvalSigning);
      if (!detail.ok) return detail;
      const others = stepGoesOn(stepping) ? {} : { waitingSince: given.at, reminders: 0 };
      return ok({
        detail: detail.value,
        changes: { ...others, ...(to === 'approved' && { approvedAt: given.at }) },
      });
    };
  }
}

/** Whether others of the same step are still waited for, so that their time goes on. */
function stepGoesOn(stepping: Stepping): boolean {
  const { permit, rules } = stepping;
  const answer = approvalSigning(snapshotOf(stepping));
  if (!('signing' in answer)) return false;
  const { place, covers } = answer.signing;
  return emptyPlaces(approvalPlaces(permit, rules), signaturesOfRound(permit)).some(
    ({ step, number }) => step === place.step && !covers.includes(number),
  );
}

/** `countersign`: a full signature that follows the leader's from afar. */
@Injectable()
export class CountersignPermit implements CommandHandler {
  constructor(private readonly writer: SignatureWriter) {}

  act(given: Given): Act {
    return async (tx, stepping) => {
      const detail = await this.writer.sign(tx, given, stepping, countersigning);
      return detail.ok ? ok({ detail: detail.value }) : detail;
    };
  }
}
