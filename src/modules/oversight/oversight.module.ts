import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module';
import { RulesModule } from '../rules/rules.module';
import { SupervisionModule } from '../supervision/supervision.module';
import { Acting } from './acting.view';
import { LookBack } from './look-back.view';
import { Offenders } from './offenders.view';
import { OversightController } from './oversight.controller';
import { ReadOversight } from './read-oversight';

/** What many cases together show of offenders, officers and towns. Writes nothing. */
@Module({
  imports: [IdentityModule, RulesModule, SupervisionModule],
  controllers: [OversightController],
  providers: [Offenders, LookBack, Acting, ReadOversight],
})
export class OversightModule {}
