import { Injectable } from '@nestjs/common';
import { ok } from '../../kernel/result';
import type { Instant } from '../../kernel/time';
import type { Actor } from '../../platform/auth/caller';
import type { Tx } from '../../platform/database/unit-of-work';
import { PermitLoader } from './permit-loader';
import { PermitSteps } from './permit-steps';

/** What jobs tell permits. */
@Injectable()
export class PermitsAtWork {
  constructor(
    private readonly loader: PermitLoader,
    private readonly steps: PermitSteps,
  ) {}

  /** A first job was reserved: a small job needs no starting signature. Any other permit, or one that is at work, stays as it is. */
  async began(tx: Tx, permitId: string, actor: Actor, at: Instant): Promise<void> {
    const loaded = await this.loader.lock(tx, permitId, at);
    if (loaded?.permit.regime !== 'small' || loaded.permit.state !== 'issued') return;
    const stepping = { ...loaded, step: 'start', person: { kind: 'platform' }, actor, input: {}, at } as const;
    await this.steps.take(tx, stepping, () => ok({ changes: { startedAt: at } }));
  }
}
