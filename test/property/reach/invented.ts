import fc from 'fast-check';
import { PERMIT_STATES, type PermitState } from '../../../src/domain/permits/permit';
import { ROLES, type Role } from '../../../src/domain/people/roles';
import { HOUR } from '../../../src/kernel/time';
import { NOW, type ViewWorld } from '../../integration/permit-views/view-world';

export const PERMITS = 200;
export const CALLERS = 40;
const DELEGATIONS = 300;
/** Told where they differ; `REACH_SEED=…` tries the same once more. */
export const SEED = process.env.REACH_SEED === undefined ? Date.now() : Number(process.env.REACH_SEED);

/** Wide ones and narrow ones, below each other and side by side. */
export const REGIONS = ['41', '4101', '410102', '4110', '411002', '411003', '411003101', '411003102'];
export const ENTERPRISES = ['E1', 'E2', 'E3'];
export const USERS = Array.from({ length: CALLERS }, (_, n) => `R${n}`);
export const WELDERS = USERS.map((id) => `W-${id}`);

export const one = <T>(values: readonly T[]) => fc.constantFrom(...values);
export const maybe = <T>(values: readonly T[]) => fc.option(one(values), { freq: 2 });
export const drawn = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number): T[] =>
  fc.sample(arbitrary, { numRuns, seed: SEED });

/** The second waits for the grid worker of its place. */
const KINDS = [
  { regime: 'general', level: 'ordinary' },
  { regime: 'small', level: 'raised', occupier_confirmed_at: new Date(NOW) },
] as const;

const permit = fc.record({
  kind: one(KINDS),
  columns: fc.record({
    state: fc.oneof(one(PERMIT_STATES), one<PermitState>(['submitted', 'approved'])),
    region_code: one(REGIONS),
    enterprise_id: maybe(ENTERPRISES),
    contractor_id: maybe(ENTERPRISES),
    occupier_enterprise_id: maybe(ENTERPRISES),
    applicant_id: one(USERS),
    fire_watch_id: maybe(USERS),
  }),
  welders: fc.uniqueArray(one(WELDERS), { maxLength: 5 }),
});

/** Also of people who have left the enterprise, hold no seat any more, or never were there. */
const delegation = fc.record({ from: one(USERS), to: one(USERS), enterpriseId: one(ENTERPRISES) });

const link = fc.record({ regionCode: maybe(REGIONS), enterpriseId: maybe(ENTERPRISES), isWelder: fc.boolean() });
/** Every other one may sign. */
const role = fc.oneof(one(ROLES), one<Role>(['safety-officer', 'enterprise-head', 'grid-worker']));
const person = fc.tuple(fc.uniqueArray(role, { minLength: 1, maxLength: 3 }), link);

/** Officials who also hold a seat in a firm. */
const TWO_DUTIES = [
  ['technician', 'safety-officer'],
  ['grid-worker', 'enterprise-head'],
  ['regulator', 'safety-officer'],
] as const;

/** Each role by itself and two at a time with all that they may be linked to, then anybody. */
export const people = [
  ...[...ROLES.map((role) => [role]), ...TWO_DUTIES].map(
    (roles) => [roles, { regionCode: '4110', enterpriseId: 'E1', isWelder: true }] as const,
  ),
  ...drawn(person, CALLERS - ROLES.length - TWO_DUTIES.length),
].map(([roles, links], n) => ({ id: USERS[n] ?? '', roles, ...links }));

export async function inventPeople(world: ViewWorld): Promise<void> {
  await world.sql(
    `insert into welders (id, name, id_number_sealed, id_number_hash, id_number_masked, phone_sealed, phone_hash, phone_masked,
       region_code, code, created_at)
     select id, '测试', 'x', id, 'x', 'x', id, 'x', '411003', id, now() from unnest($1::text[]) id`,
    [WELDERS],
  );
  for (const [n, { id, roles, regionCode, enterpriseId, isWelder }] of people.entries())
    await world.sql(
      `insert into users (id, username, name, roles, region_code, enterprise_id, welder_id, created_at)
       values ($1, lower($1), '测试', $2, $3, $4, $5, now())`,
      [id, roles, regionCode, enterpriseId, isWelder ? WELDERS[n] : null],
    );
  const delegations = drawn(delegation, DELEGATIONS).filter(({ from, to }) => from !== to);
  for (const [n, { from, to, enterpriseId }] of delegations.entries())
    await world.sql(
      `insert into approval_delegations (id, from_user, to_user, enterprise_id, region_code, from_at, to_at, reason, created_by, created_at)
       values ($1, $2, $3, $4, '411003', $5, $6, '出差', $2, $5)`,
      [`D${n}`, from, to, enterpriseId, new Date(NOW - HOUR), new Date(NOW + HOUR)],
    );
}

export async function inventPermits(world: ViewWorld): Promise<void> {
  for (const { kind, columns, welders } of drawn(permit, PERMITS)) await world.permit({ ...kind, ...columns }, welders);
}
