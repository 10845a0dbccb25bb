import { RulesReader } from '../../../../src/modules/rules/rules.reader';
import type { Caller } from '../../../../src/platform/auth/caller';
import { REGION, type PermitWorld, type Role } from '../permit-world';

/** Beside the people of `PermitWorld`. */
const MORE_PEOPLE = {
  manager2: { roles: ['enterprise-manager'], enterpriseId: 'E1' },
  deputy: { roles: ['fire-watcher', 'enterprise-manager'], enterpriseId: 'E1' },
  welder2: { roles: ['welder'], welderId: 'W2' },
} as const;
export type PersonName = Role | keyof typeof MORE_PEOPLE;

/** Each has a picture that may be a photo or a drawn signature: F-safety and so on. */
const WITH_PICTURE = ['safety', 'safety2', 'head', 'watcher', 'watcher2', 'welderUser'];

export async function furnish(world: PermitWorld): Promise<void> {
  await world.get(RulesReader).onModuleDestroy(); // the rules are read anew when the script says so, not every few seconds
  for (const [id, { roles, ...links }] of Object.entries(MORE_PEOPLE))
    await world.user(id, { ...links, roles: [...roles] });
  await world.trained('safety2'); // takes over a watch of chemical work
  for (const by of WITH_PICTURE)
    await world.sql(
      `insert into files (id, media_type, sha256, bytes, width, height, uploaded_by, uploaded_at)
       values ('F-' || $1, 'image/jpeg', 'hash-of-F-' || $1, '\\x00', 1, 1, $1, now())`,
      [by],
    );
}

export function callerNamed(world: PermitWorld, id: string): Caller {
  const more = MORE_PEOPLE[id as keyof typeof MORE_PEOPLE];
  return more ? world.caller(id, { ...more, roles: [...more.roles] }) : world.caller(id);
}

/** A rule of the county, laid down now and in force later. What is issued before keeps the rules that it was issued by. */
export async function layDownRule(
  world: PermitWorld,
  rule: { from: string; key: string; regime: string; value: unknown },
): Promise<void> {
  await world.sql(
    `insert into rule_versions (id, key, regime, region_code, valid_from, value, source, certainty)
     values ($1 || ' ' || $2, $1, $2, $3, $4, $5, '测试', 'default')`,
    [rule.key, rule.regime, REGION, rule.from, JSON.stringify(rule.value)],
  );
  await world.get(RulesReader).refresh();
}
