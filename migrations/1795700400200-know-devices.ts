import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { deviceRules } from './dated/device-rules';

/** From which device somebody signed in, and from which a step on a permit was taken: a hash of the device's cookie. */
export class KnowDevices1795700400200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await addDatedRules(db, deviceRules);
    await db.query(`
      alter table refresh_families add device_hash text;
      alter table permit_history add device_hash text;
      create index permit_history_device on permit_history (at) where device_hash is not null;
      create index permit_history_occupier_often on permit_history (at)
        where command = 'occupier-confirmation' and detail ? 'places';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index permit_history_occupier_often, permit_history_device;
      alter table permit_history drop device_hash;
      alter table refresh_families drop device_hash;
    `);
    await removeDatedRules(db, deviceRules);
  }
}
