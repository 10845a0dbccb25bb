import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/time';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { CodeRegistry } from '../../registry/code-registry';
import { RegistryReader } from '../../registry/registry.reader';
import { DutyDesk, type DutyPerson } from '../duty/duty-desk';

/** Who answers the duty desk, for anybody: of the place that a scanned code belongs to, or of all. */
@Injectable()
export class Hotline {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly codes: CodeRegistry,
    private readonly registry: RegistryReader,
    private readonly duty: DutyDesk,
  ) {}

  answering(code: string | undefined, regionCode: string | undefined, at: Instant): Promise<DutyPerson> {
    return this.uow.run(systemScope('hotline'), async (tx) =>
      this.duty.onDuty(tx, regionCode ?? (await this.placeOf(tx, code)), at),
    );
  }

  private async placeOf(tx: Tx, code: string | undefined): Promise<string> {
    const found = code === undefined ? null : await this.codes.resolve(tx, code);
    if (!found?.entityId) return '';
    if (found.kind === 'machine') return (await this.registry.machineById(tx, found.entityId))?.regionCode ?? '';
    return found.kind === 'welder' ? ((await this.registry.welderById(tx, found.entityId))?.regionCode ?? '') : '';
  }
}
