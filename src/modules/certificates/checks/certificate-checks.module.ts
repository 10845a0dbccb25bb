import { Module } from '@nestjs/common';
import { IdentityModule } from '../../identity/identity.module';
import { RegistryModule } from '../../registry/registry.module';
import { RulesModule } from '../../rules/rules.module';
import { CertificatesModule } from '../certificates.module';
import { EndingNoticesStore } from '../notices/ending-notices.store';
import { EndingNews } from '../notices/ending-news';
import { EndingTexts } from '../notices/ending-texts';
import { TellEndings } from '../notices/tell-endings';
import { CertificateChecksController } from './certificate-checks.controller';
import { LookUpCertificate } from './look-up-certificate';
import { ReadHistory } from './read-history';
import { RevealCertificate } from './reveal-certificate';
import { ScanCertificate } from './scan-certificate';

/** Looking certificates up, and telling their end, apart from keeping them: both stand on accounts, which the register does without. */
@Module({
  imports: [IdentityModule, RegistryModule, RulesModule, CertificatesModule],
  controllers: [CertificateChecksController],
  providers: [
    RevealCertificate,
    LookUpCertificate,
    ScanCertificate,
    ReadHistory,
    EndingNews,
    EndingNoticesStore,
    EndingTexts,
    TellEndings,
  ],
})
export class CertificateChecksModule {}
