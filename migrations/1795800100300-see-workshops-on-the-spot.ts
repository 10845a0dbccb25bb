import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { workshopSeen } from './dated/workshop-seen';

/** How near a grid worker stands who confirms a workshop. */
export class SeeWorkshopsOnTheSpot1795800100300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await addDatedRules(db, workshopSeen);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, workshopSeen);
  }
}
