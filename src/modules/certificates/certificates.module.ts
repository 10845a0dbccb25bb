import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { ForgetCards } from './forget-cards';
import { RegistryModule } from '../registry/registry.module';
import { RulesModule } from '../rules/rules.module';
import { AddCertificate } from './add-certificate';
import { CertificateStore } from './certificate.store';
import { CertificateViews } from './certificate.mapper';
import { CertificatesController } from './certificates.controller';
import { CertificatesReader } from './certificates.reader';
import { certificateTexts } from './certificates.texts';
import { CertificateCheckStore } from './checks/certificate-check.store';
import { CommandCertificate } from './command-certificate';
import { FindCertificates } from './find-certificates';
import { HeldCards } from './held-cards.view';
import { TakeInCards } from './take-in-cards';

@Module({
  imports: [RegistryModule, RulesModule],
  controllers: [CertificatesController],
  providers: [
    ForgetCards,
    CertificateStore,
    HeldCards,
    CertificateViews,
    CertificatesReader,
    AddCertificate,
    CommandCertificate,
    FindCertificates,
    TakeInCards,
    CertificateCheckStore,
  ],
  exports: [
    ForgetCards,
    CertificatesReader,
    AddCertificate,
    TakeInCards,
    CertificateStore,
    CertificateCheckStore,
    HeldCards,
    CertificateViews,
    CommandCertificate,
  ],
})
export class CertificatesModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(certificateTexts);
  }
}
