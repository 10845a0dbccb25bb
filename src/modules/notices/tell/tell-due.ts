import { Injectable } from '@nestjs/common';
import { SEES_TO_SAFETY } from '../../../domain/people/roles';
import { MINUTE, type Instant } from '../../../kernel/time';
import { Config, runsTimers } from '../../../platform/config/config';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Clock } from '../../../platform/time/clock';
import { Timed } from '../../../platform/time/timed';
import { dueNotices, type DueNotice } from './due.view';
import { endingGasTests } from './ending-gas-tests';
import { PermitLoader } from '../../permits/permit-loader';
import { WriteNotices, type Telling } from './write-notices';

/** Once a minute: what comes due is told, each once. */
@Injectable()
export class TellDue extends Timed {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly permits: PermitLoader,
    private readonly notices: WriteNotices,
    config: Config,
    clock: Clock,
  ) {
    super({ name: 'tell-due', everyMs: MINUTE, here: runsTimers(config) }, clock);
  }

  async execute(at: Instant): Promise<void> {
    await this.uow.run(systemScope('tell-due'), async (tx) => {
      const due = await dueNotices(tx, at);
      const gas = await endingGasTests(tx, this.permits, at);
      await this.notices.write(tx, [...due.map(tellingOf), ...gas], at);
    });
  }
}

const tellingOf = ({ key, kind, entity, entityId, userIds, enterpriseIds, params }: DueNotice): Telling => ({
  ...{ key, entity, entityId },
  notices: [{ kind, params, to: { userIds, atEnterprises: { ids: enterpriseIds, roles: SEES_TO_SAFETY } } }],
});
