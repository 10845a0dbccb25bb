import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { officeRules } from './dated/office-rules';

/** In whose name an official writes follows from department and region, and is typed by nobody. */
export class NameOffices1796500200100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await addDatedRules(db, officeRules);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, officeRules);
  }
}
