import { Injectable } from '@nestjs/common';
import { gasTestAsked } from '../../domain/permits/gas-asked';
import type { PermitState } from '../../domain/permits/permit';
import { PermitRules } from '../../domain/permits/permit-rules';
import type { RuleSubject } from '../../domain/permits/permit-rule-values';
import type { Instant } from '../../kernel/time';
import type { Caller } from '../../platform/auth/caller';
import type { Tx } from '../../platform/database/unit-of-work';
import { RulesReader } from '../rules/rules.reader';
import { PermitStore } from './permit.store';
import type { StoredPermit } from './stored-permit';
import { WorkRecords } from './running-jobs.port';

/** A permit with the rules that hold for it. */
export interface Loaded {
  readonly permit: StoredPermit;
  readonly rules: PermitRules;
}

/** States in which it matters how long work has paused. */
const WORKED_UNDER: readonly PermitState[] = ['issued', 'active', 'suspended'];

@Injectable()
export class PermitLoader {
  constructor(
    private readonly permits: PermitStore,
    private readonly book: RulesReader,
    private readonly work: WorkRecords,
  ) {}

  async lock(tx: Tx, id: string, at: Instant): Promise<Loaded | null> {
    return this.complete(tx, await this.permits.lock(tx, id, at), at);
  }

  /** Null if there is none, or if the caller may not see it. */
  async lockFor(tx: Tx, caller: Caller, id: string, at: Instant): Promise<Loaded | null> {
    return this.complete(tx, await this.permits.lockFor(tx, caller, id, at), at);
  }

  /** Null if there is none, or if the caller may not see it. */
  async findFor(tx: Tx, caller: Caller, id: string, at: Instant): Promise<Loaded | null> {
    return this.complete(tx, await this.permits.findFor(tx, caller, id, at), at);
  }

  async find(tx: Tx, id: string, at: Instant): Promise<Loaded | null> {
    return this.complete(tx, await this.permits.find(tx, id, at), at);
  }

  /** A permit keeps the rules of its day. */
  rulesFor(permit: StoredPermit, at: Instant): PermitRules {
    return this.rulesAt(permit, at).heldBy(permit, at);
  }

  rulesAt(subject: RuleSubject, at: Instant): PermitRules {
    return new PermitRules(this.book.book(), subject, at);
  }

  private async complete(tx: Tx, permit: StoredPermit | null, at: Instant): Promise<Loaded | null> {
    if (!permit) return null;
    const rules = this.rulesFor(permit, at);
    const asked = gasTestAsked(permit, rules) === 'required' && WORKED_UNDER.includes(permit.state);
    return { permit: asked ? { ...permit, lastWorkAt: await this.work.lastWorkAt(tx, permit.id, at) } : permit, rules };
  }
}
