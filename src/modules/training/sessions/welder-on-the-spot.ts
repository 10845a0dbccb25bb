import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../platform/auth/caller';
import type { Tx } from '../../../platform/database/unit-of-work';
import { CodeRegistry } from '../../registry/code-registry';
import { RegistryReader, type WelderFacts } from '../../registry/registry.reader';

/** Which welder signs in: the one whose account it is, or the one whose card was scanned. */
@Injectable()
export class WelderOnTheSpot {
  constructor(
    private readonly registry: RegistryReader,
    private readonly codes: CodeRegistry,
  ) {}

  async ofAccount(tx: Tx, { welderId }: Caller): Promise<WelderFacts | null> {
    return welderId === null ? null : this.registry.welderById(tx, welderId);
  }

  async ofCard(tx: Tx, typed: string): Promise<WelderFacts | null> {
    const code = await this.codes.resolve(tx, typed);
    return code?.kind === 'welder' ? this.registry.welderById(tx, code.entityId) : null;
  }
}
