import { Injectable } from '@nestjs/common';
import type { ImportKind } from '../../../domain/imports/import';
import { CertificateImport } from './certificate-import';
import { ChipImport } from './chip-import';
import { EnterpriseImport } from './enterprise-import';
import type { KindImport } from './kind-import';
import { MachineImport } from './machine-import';
import { WelderImport } from './welder-import';

/** How each kind comes in. */
@Injectable()
export class Kinds {
  private readonly kinds: Readonly<Record<ImportKind, KindImport<unknown, unknown>>>;

  constructor(
    machines: MachineImport,
    welders: WelderImport,
    certificates: CertificateImport,
    enterprises: EnterpriseImport,
    chips: ChipImport,
  ) {
    this.kinds = { machines, welders, certificates, enterprises, chips };
  }

  of(kind: ImportKind): KindImport<unknown, unknown> {
    return this.kinds[kind];
  }
}
