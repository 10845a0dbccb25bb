import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module';
import { JobsModule } from '../jobs/jobs.module';
import { RegistryModule } from '../registry/registry.module';
import { ChipHoldings } from './chip-holdings';
import { ChipSettingsStore } from './chip-settings.store';
import { ConfigureChip } from './configure-chip';
import { KeepWire } from './keep-wire';
import { LoginSecretsReader } from './login-secrets.reader';
import { RotateSecret } from './rotate-secret';
import { SecretChangeStore } from './secret-change.store';
import { SettleSecret } from './settle-secret';
import { ShowWire } from './show-wire';
import { WireController } from './wire.controller';
import { WireReplies } from './wire-replies';

/** What goes over a chip's wire beside power: keys, secrets, settings. */
@Module({
  imports: [IdentityModule, RegistryModule, JobsModule],
  controllers: [WireController],
  providers: [
    ChipHoldings, ChipSettingsStore, SecretChangeStore, LoginSecretsReader,
    ShowWire, RotateSecret, ConfigureChip, SettleSecret, KeepWire, WireReplies,
  ], // prettier-ignore
  exports: [ChipHoldings, LoginSecretsReader, SettleSecret, KeepWire, WireReplies],
})
export class WireModule {}
