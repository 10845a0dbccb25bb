import { Injectable } from '@nestjs/common';
import type { CommandInput } from '../../../domain/permits/snapshot';
import type { Refusal } from '../../../kernel/refusal';
import { ok, type Result } from '../../../kernel/result';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { GasTestRequest } from '../permit-command.dto';
import type { Act } from '../permit-steps';
import { presence } from './confirm-measures';
import { GasTests } from './gas-tests';
import type { CommandHandler, Given } from './handler';

/** `gas-test`: readings typed on site. */
@Injectable()
export class RecordGasTest implements CommandHandler {
  constructor(private readonly tests: GasTests) {}

  input(_tx: Tx, given: Given): Result<CommandInput, Refusal> {
    const judged = this.tests.judge(given.body as GasTestRequest, given, given.at);
    return judged.ok ? ok({ gasPassed: judged.value.verdict.passed }) : judged;
  }

  act(given: Given): Act {
    return (tx, { permit }, to) => {
      const judged = this.tests.judge(given.body as GasTestRequest, given, given.at);
      if (!judged.ok) return judged;
      const suspends = permit.state === 'active' && to === 'suspended';
      const by = { userId: given.caller.userId, source: 'manual' } as const;
      const effect = this.tests.keep(tx, permit.id, judged.value, by, suspends, given.at);
      return ok({ ...effect, changes: { ...effect.changes, ...presence(permit, given.caller.userId, given.at) } });
    };
  }
}
