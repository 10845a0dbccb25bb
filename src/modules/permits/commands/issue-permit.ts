import { Injectable } from '@nestjs/common';
import { ok } from '../../../kernel/result';
import { TakeOver } from '../take-over';
import type { Act } from '../permit-steps';
import { EvidenceFiles } from './evidence';
import type { CommandHandler, Given } from './handler';

/** `issue`: from now on the permit keeps the rules of this day. An extension in time takes the running work over. */
@Injectable()
export class IssuePermit implements CommandHandler {
  constructor(
    private readonly evidence: EvidenceFiles,
    private readonly takeOver: TakeOver,
  ) {}

  act({ caller, body, permit, rules, at }: Given): Act {
    return async (tx, _stepping, to) => {
      const drawn = await this.evidence.check(tx, 'signatureFileId', body.signatureFileId, caller.userId);
      if (!drawn.ok) return drawn;
      const takesOver = to === 'active' && permit.extendsId !== null;
      const inherited = takesOver ? await this.takeOver.inherit(tx, permit, at) : {};
      return ok({
        changes: {
          issuedAt: at,
          issuedBy: caller.userId,
          ruleVersion: rules.version,
          waitingSince: null,
          ...inherited,
        },
        detail: {
          ruleVersion: rules.version,
          comment: body.comment?.trim() || undefined,
          signature: drawn.value ?? undefined,
        },
        ...(takesOver && {
          afterwards: () => this.takeOver.passOver(tx, permit.extendsId!, permit.id, caller, at),
        }),
      });
    };
  }
}
