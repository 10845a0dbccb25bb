import { Injectable } from '@nestjs/common';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import type { Instant } from '../../../kernel/time';
import { CodeRegistry } from '../../registry/code-registry';
import { RegistryReader } from '../../registry/registry.reader';
import { RulesReader } from '../../rules/rules.reader';

/** The phone of the duty desk, for anybody: of the place that a scanned code belongs to, or of all. */
@Injectable()
export class Hotline {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly codes: CodeRegistry,
    private readonly registry: RegistryReader,
    private readonly rules: RulesReader,
  ) {}

  async phoneFor(code: string | undefined, regionCode: string | undefined, at: Instant): Promise<string> {
    const place = regionCode ?? (code === undefined ? '' : await this.placeOf(code));
    return this.rules.book().value<string>('duty.hotline', { regionCode: place }, at);
  }

  private placeOf(code: string): Promise<string> {
    return this.uow.run(systemScope('hotline'), async (tx) => (await this.namedBy(tx, code))?.regionCode ?? '');
  }

  private async namedBy(tx: Tx, code: string): Promise<{ readonly regionCode: string } | null> {
    const found = await this.codes.resolve(tx, code);
    if (!found?.entityId) return null;
    if (found.kind === 'machine') return this.registry.machineById(tx, found.entityId);
    return found.kind === 'welder' ? this.registry.welderById(tx, found.entityId) : null;
  }
}
