import { Injectable } from '@nestjs/common';
import type { Refusal } from '../../../kernel/refusal';
import { invalid } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { CommandInput } from '../../../domain/permits/snapshot';
import type { Tx } from '../../../platform/database/unit-of-work';
import { PermitRecordStore } from '../permit-record.store';
import type { Act } from '../permit-steps';
import { EvidenceFiles } from './evidence';
import type { CommandHandler, Given } from './handler';

/** `measures`: ticks on the checklist, also taken away again. */
@Injectable()
export class ConfirmMeasures implements CommandHandler {
  constructor(
    private readonly records: PermitRecordStore,
    private readonly evidence: EvidenceFiles,
  ) {}

  input(_tx: Tx, { body, permit }: Given): Result<CommandInput, Refusal> {
    const known = new Set(permit.measures.map(({ code }) => code));
    const errors = (body.items ?? []).flatMap(({ code }, i) =>
      known.has(code) ? [] : [{ path: `items.${i}.code`, code: 'permit.measure-unknown', params: { measure: code } }],
    );
    return errors.length === 0 ? ok({}) : refused(invalid('request.invalid', { errors }));
  }

  act({ caller, body, permit, at }: Given): Act {
    return async (tx) => {
      const drawn = await this.evidence.check(tx, 'signatureFileId', body.signatureFileId, caller.userId);
      if (!drawn.ok) return drawn;
      const items = (body.items ?? []).map(({ code, confirmed }) => ({ code, confirmed }));
      this.records.tickMeasures(tx, permit.id, items, caller.userId, at);
      return ok({
        detail: { items, signature: drawn.value ?? undefined },
        changes: presence(permit, caller.userId, at),
      });
    };
  }
}

/** Whatever a watcher on duty does shows that they are there. */
export const presence = (
  { fireWatchId, watchOnAt }: Given['permit'],
  userId: string,
  at: number,
): { tappedAt?: number; tapMissedAt?: null } =>
  userId === fireWatchId && watchOnAt !== null ? { tappedAt: at, tapMissedAt: null } : {};
