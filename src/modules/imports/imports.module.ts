import { Module } from '@nestjs/common';
import { Catalogue } from '../../platform/i18n/catalogue';
import { ForgetRows } from './forget-rows';
import { CertificatesModule } from '../certificates/certificates.module';
import { RegistryModule } from '../registry/registry.module';
import { ApplyImports } from './work/apply-imports';
import { ExamineRows } from './work/examine-rows';
import { FindImports } from './find-imports';
import { ImportRowStore } from './import-row.store';
import { ImportStore } from './import.store';
import { importTexts } from './imports.texts';
import { ImportsController } from './imports.controller';
import { CertificateImport } from './kinds/certificate-import';
import { ChipImport } from './kinds/chip-import';
import { EnterpriseImport } from './kinds/enterprise-import';
import { Kinds } from './kinds/kinds';
import { MachineImport } from './kinds/machine-import';
import { WelderImport } from './kinds/welder-import';
import { BelongingLookup } from './lookups/belonging.view';
import { PeopleLookup } from './lookups/known-people.view';
import { KnownThings } from './lookups/known-things.view';
import { ReadImports } from './work/read-imports';
import { StartImport } from './start-import';

/** Lists that come in from spreadsheets. */
@Module({
  imports: [RegistryModule, CertificatesModule],
  controllers: [ImportsController],
  providers: [
    ForgetRows,
    ...[ImportStore, ImportRowStore, BelongingLookup, PeopleLookup, KnownThings],
    ...[MachineImport, WelderImport, CertificateImport, EnterpriseImport, ChipImport, Kinds],
    ...[ExamineRows, StartImport, FindImports, ReadImports, ApplyImports],
  ],
  exports: [ForgetRows, Kinds],
})
export class ImportsModule {
  constructor(catalogue: Catalogue) {
    catalogue.add(importTexts);
  }
}
