import { Injectable } from '@nestjs/common';
import type { Finding } from '../../domain/violations/finding';
import { keepInOwnHands } from '../../domain/violations/steps/own-finding';
import type { Call } from '../../platform/auth/request';
import { RaiseViolation } from './raise-violation';
import { SaveStep } from './save-step';
import { ViolationStore } from './violation.store';

/** Hazards that an enterprise found by itself: each is a case of its own, in the hands of that enterprise at once. */
@Injectable()
export class RaiseOwnHazards {
  constructor(
    private readonly raise: RaiseViolation,
    private readonly store: ViolationStore,
    private readonly saveStep: SaveStep,
  ) {}

  /** The ids of the cases, in the order of the findings. */
  async execute({ tx, caller, at }: Call, findings: readonly Finding[]): Promise<string[]> {
    const raised = await this.raise.all(tx, caller, findings, at);
    for (const { id } of raised) {
      const violation = (await this.store.lock(tx, id))!;
      await this.saveStep.saveSteps(tx, caller, at, [{ violation, step: keepInOwnHands(violation) }]);
    }
    return raised.map(({ id }) => id);
  }
}
