import type { MigrationInterface, QueryRunner } from 'typeorm';
import { certificateWarning } from './dated/certificate-warning';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';

/** How long before its end a certificate is shown as ending soon was a constant. */
export class WarnOfCertificates1795800100500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await addDatedRules(db, certificateWarning);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, certificateWarning);
  }
}
