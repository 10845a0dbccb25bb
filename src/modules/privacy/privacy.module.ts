import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module';
import { NoticesModule } from '../notices/notices.module';
import { PermitsModule } from '../permits/permits.module';
import { RulesModule } from '../rules/rules.module';
import { TipsModule } from '../tips/tips.module';
import { ReadOwnData } from './own-data/read-own-data';
import { PrivacyController } from './privacy.controller';
import { Erasers } from './retention/erasers';
import { ErasureStore } from './retention/erasure.store';
import { RunRetention } from './retention/run-retention';

/** What people may know of what is kept about them, and what is forgotten in time. */
@Module({
  imports: [IdentityModule, RulesModule, PermitsModule, TipsModule, NoticesModule],
  controllers: [PrivacyController],
  providers: [ReadOwnData, Erasers, ErasureStore, RunRetention],
})
export class PrivacyModule {}
