import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TAMPERING_FOLLOWS, tamperingClauses } from './dated/tampering-clauses';

/**
 * The worked example of a follow-up rule (migrations/README.md): a text that shipped is put right for what is found from
 * a day on. The version before is not edited, it ends that day; and only where it is still the platform's own. Whoever
 * wrote a version for the whole country has decided, and a region's own versions are rows of their own.
 */
export class CiteClausesOnTampering1795900200100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    const [{ id, key, validFrom, value, source, certainty }] = tamperingClauses;
    // row level security is forced, for the owner of the table too
    await db.query(`select set_config('hanan.scope', 'system', true)`);
    // the version in force as that day begins; none, where somebody's version begins with that very day
    const [inForce] = (await db.query(
      `select id, valid_to from rule_versions
       where key = $1 and regime = '' and level = '' and region_code = ''
         and valid_from < $2::timestamptz and (valid_to is null or valid_to > $2::timestamptz)`,
      [key, validFrom],
    )) as { id: string; valid_to: Date | null }[];
    if (inForce?.id !== TAMPERING_FOLLOWS) return; // a person's version wins
    await db.query('update rule_versions set valid_to = $2::timestamptz where id = $1', [inForce.id, validFrom]);
    // it holds as long as the one before would have: until a person's later version, if there is one
    await db.query(
      `insert into rule_versions (id, key, valid_from, valid_to, value, source, certainty)
       values ($1, $2, $3::timestamptz, $4::timestamptz, $5::jsonb, $6, $7)`,
      [id, key, validFrom, inForce.valid_to, JSON.stringify(value), source, certainty],
    );
  }

  /** The version before goes on for as long as this one held; nothing to undo where this one was never written. */
  async down(db: QueryRunner): Promise<void> {
    const [{ id }] = tamperingClauses;
    await db.query(`select set_config('hanan.scope', 'system', true)`);
    const [ours] = (await db.query('select valid_to from rule_versions where id = $1', [id])) as {
      valid_to: Date | null;
    }[];
    if (!ours) return;
    await db.query('delete from rule_versions where id = $1', [id]);
    await db.query('update rule_versions set valid_to = $2::timestamptz where id = $1', [
      TAMPERING_FOLLOWS,
      ours.valid_to,
    ]);
  }
}
