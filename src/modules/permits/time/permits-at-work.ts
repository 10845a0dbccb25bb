import { Injectable } from '@nestjs/common';
import { decide } from '../../../domain/permits/steps/decide';
import { ok } from '../../../kernel/result';
import type { Instant } from '../../../kernel/time';
import type { Actor } from '../../../platform/auth/caller';
import type { Tx } from '../../../platform/database/unit-of-work';
import { PermitLoader } from '../permit-loader';
import { StepWriter } from '../steps/step-writer';

/** What jobs tell permits. The platform's own start is followed by nothing, so it is written without `SaveStep`, which asks the jobs. */
@Injectable()
export class PermitsAtWork {
  constructor(
    private readonly loader: PermitLoader,
    private readonly writer: StepWriter,
  ) {}

  /** A first job was reserved: a small job needs no starting signature. Any other permit, or one that is at work, stays as it is. */
  async began(tx: Tx, permitId: string, actor: Actor, at: Instant): Promise<void> {
    const loaded = await this.loader.lock(tx, permitId, at);
    if (loaded?.permit.regime !== 'small' || loaded.permit.state !== 'issued') return;
    const decided = decide('start', { ...loaded, person: { kind: 'platform' } }, ok({ signature: null }), at);
    if (decided.ok) await this.writer.write({ tx, actor, at }, decided.value);
  }
}
