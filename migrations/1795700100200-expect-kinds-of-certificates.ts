import type { MigrationInterface, QueryRunner } from 'typeorm';
import { certificateKinds } from './dated/certificate-kinds';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';

/** Kinds of certificates that are usual for a regime; others are pointed out. */
export class ExpectKindsOfCertificates1795700100200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await addDatedRules(db, certificateKinds);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, certificateKinds);
  }
}
