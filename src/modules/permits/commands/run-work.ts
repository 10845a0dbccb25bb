import { Injectable } from '@nestjs/common';
import { watchMs } from '../../../domain/permits/fire-watch';
import { ok } from '../../../kernel/result';
import type { Act } from '../permit-steps';
import { TakeOver } from '../take-over';
import { presence } from './confirm-measures';
import { EvidenceFiles } from './evidence';
import type { CommandHandler, Given } from './handler';

/** `start`: what stands on the permit has been seen to, work begins. */
@Injectable()
export class StartWork implements CommandHandler {
  constructor(
    private readonly evidence: EvidenceFiles,
    private readonly takeOver: TakeOver,
  ) {}

  act({ caller, body, permit, at }: Given): Act {
    return async (tx) => {
      const drawn = await this.evidence.check(tx, 'signatureFileId', body.signatureFileId, caller.userId);
      if (!drawn.ok) return drawn;
      return ok({
        changes: { startedAt: at, ...presence(permit, caller.userId, at) },
        detail: { signature: drawn.value ?? undefined },
        ...(permit.extendsId !== null && {
          afterwards: () => this.takeOver.passOver(tx, permit.extendsId!, permit.id, caller, at),
        }),
      });
    };
  }
}

const AUTHORITY = ['admin', 'regulator'];

/** `suspend`: one red button. The authority's order stays until the authority lifts it. */
@Injectable()
export class SuspendWork implements CommandHandler {
  act({ caller, body, at }: Given): Act {
    const reason = body.reason?.trim() ?? '';
    const byAuthority = caller.roles.some((role) => AUTHORITY.includes(role));
    return () =>
      ok({
        changes: { suspendedAt: at, suspendReason: reason, stoppedByAuthority: byAuthority },
        detail: { reason, byAuthority },
      });
  }
}

/** `resume`. */
@Injectable()
export class ResumeWork implements CommandHandler {
  act({ caller, body, permit, at }: Given): Act {
    return () =>
      ok({
        changes: {
          suspendedAt: null,
          suspendReason: null,
          stoppedByAuthority: false,
          tapMissedAt: null,
          ...presence(permit, caller.userId, at),
        },
        detail: { note: body.note?.trim() },
      });
  }
}

/** `finish`: nothing burns any more; now somebody stays and watches (rule `permit.fire-watch-minutes`). */
@Injectable()
export class FinishWork implements CommandHandler {
  act({ body, permit, rules, at }: Given): Act {
    return () => {
      const watchUntil = at + watchMs(rules, permit.placeKinds);
      return ok({
        changes: { finishedAt: at, watchUntil, stoppedByAuthority: false, tapMissedAt: null },
        detail: { note: body.note?.trim(), watchUntil: new Date(watchUntil).toISOString() },
      });
    };
  }
}
