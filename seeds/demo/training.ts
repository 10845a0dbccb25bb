import { randomBytes } from 'node:crypto';
import { passValidTo } from '../../src/domain/training/training-ends';
import { makeCode } from '../../src/domain/registry/code';
import { maskPhone } from '../../src/kernel/phone';
import { DAY, HOUR, MINUTE, shanghaiDate } from '../../src/kernel/time';
import type { Tx } from '../../src/platform/database/unit-of-work';
import { QUESTIONS } from '../reference/training/load-questions';
import { bulkInsert, insertCodes } from './bulk-insert';
import { PLAYERS, VISITOR } from './cast';
import { COUNTY, siteOf } from './county';
import { iso, range, type DemoContext, type DemoCounty } from './demo-context';
import { CHECKS, PROCEDURES, PROVIDERS, SECTIONS } from './training-material';

const ASKED = 10;
const VALID_MONTHS = 12;

/** Two sessions are over, one runs now, one is still to come. */
const SESSIONS = [
  { place: '演示会堂', startsIn: -9 * DAY },
  { place: '演示职业技能培训学校', startsIn: -4 * DAY },
  { place: '演示社区教室', startsIn: -30 * MINUTE },
  { place: '演示园区食堂二楼', startsIn: 3 * DAY },
];
const LASTS = 2 * HOUR;

/** The visitor has everything still to do. Of the others most came, and most of those passed. */
const came = (n: number): boolean => n !== VISITOR.welder && n % 5 !== 4;
const passed = (n: number): boolean => came(n) && n % 3 !== 2;

/** A campaign in full swing, with schools, procedures and who signed them. */
export async function insertTraining(tx: Tx, context: DemoContext, made: DemoCounty): Promise<void> {
  const { now, ids } = context;
  const campaignId = ids.next(now - 20 * DAY);
  await bulkInsert(tx, 'training_campaigns', [
    {
      ...{ id: campaignId, name: '演示：冬季电气焊作业全员培训', region_code: COUNTY, sections: SECTIONS },
      ...{ starts_on: shanghaiDate(now - 20 * DAY), due_on: shanghaiDate(now + 20 * DAY), photo_ids: [], topics: [] },
      ...{ industries: [], operations: [], enterprise_ids: [], question_count: ASKED, pass_percent: 80 },
      ...{ session_required: false, created_by: made.userIds['regulator'], created_at: iso(now - 20 * DAY) },
    },
  ]);
  const providerIds = await insertProviders(tx, context, made);
  await insertSessions(tx, context, made, campaignId, providerIds);
  await insertPasses(tx, context, made, campaignId);
  await insertProcedures(tx, context, made);
}

async function insertProviders(
  tx: Tx,
  { now, ids, sealer }: DemoContext,
  { userIds, welderIds, enterpriseIds }: DemoCounty,
): Promise<string[]> {
  const phone = (n: number): string => `1990099${String(n).padStart(4, '0')}`;
  const rows = PROVIDERS.map(({ name, contact, licence, state }, n) => ({
    ...{ id: ids.next(now), name, region_code: COUNTY, contact_name: contact, licence, state },
    ...{ contact_phone_sealed: sealer.seal('training-provider.phone', phone(n)), created_at: iso(now - 60 * DAY) },
    ...{ contact_phone_masked: maskPhone(phone(n)), created_by: userIds['regulator'] },
    enterprise_id: n === 0 ? enterpriseIds[0] : null, // the visitor's own shop teaches, too
  }));
  await bulkInsert(tx, 'training_providers', rows);
  const visitor = welderIds[VISITOR.welder];
  const named = {
    provider_id: rows[0]?.id,
    welder_id: visitor,
    named_by: userIds['regulator'],
    named_at: iso(now - 50 * DAY),
  };
  await bulkInsert(tx, 'training_instructors', [named]);
  const checks = CHECKS.map(({ provider, daysAgo, result, note }) => ({
    ...{ id: ids.next(now), provider_id: rows[provider]?.id, checked_on: shanghaiDate(now - daysAgo * DAY) },
    ...{ result, note, checked_by: userIds['inspector'], created_at: iso(now - daysAgo * DAY) },
  }));
  await bulkInsert(tx, 'training_provider_checks', checks);
  return rows.map(({ id }) => id);
}

async function insertSessions(
  tx: Tx,
  { now, ids, sealer }: DemoContext,
  { userIds, welderIds }: DemoCounty,
  campaignId: string,
  providerIds: readonly string[],
): Promise<void> {
  const sessions = SESSIONS.map(({ place, startsIn }, n) => ({
    ...{ id: ids.next(now), campaign_id: campaignId, region_code: COUNTY, place_name: place, ...siteOf(n) },
    ...{ starts_at: iso(now + startsIn), ends_at: iso(now + startsIn + LASTS), instructor: '演示培训老师' },
    ...{ provider_id: n === 1 ? providerIds[0] : null, capacity: 200, created_by: userIds['trainer'] },
    secret_sealed: sealer.seal('training-session.secret', randomBytes(32).toString('hex')),
    created_at: iso(now - 15 * DAY),
  }));
  await bulkInsert(tx, 'training_sessions', sessions);
  const attendances = welderIds.flatMap((welderId, n) => {
    const session = SESSIONS[n % 2];
    if (!came(n) || !session) return [];
    const from = now + session.startsIn - (n % 12) * MINUTE;
    const early = n % 17 === 0;
    const to = now + session.startsIn + (early ? HOUR : LASTS);
    const by = n % 7 === 0 ? 'card' : 'code';
    return [
      {
        ...{ session_id: sessions[n % 2]?.id, welder_id: welderId, signed_in_at: iso(from), in_by: by },
        ...{ in_user: userIds['trainer'], out_user: userIds['trainer'], signed_out_at: iso(to), out_by: by },
        ...{ minutes: early ? 60 : 120, counts: !early },
      },
    ];
  });
  await bulkInsert(tx, 'training_attendances', attendances);
  const there = range(welderIds.length)
    .filter((n) => !came(n) && n !== VISITOR.welder)
    .slice(0, 9)
    .map((n) => ({
      ...{ session_id: sessions[2]?.id, welder_id: welderIds[n], signed_in_at: iso(now - (30 - n) * MINUTE) },
      ...{ in_by: 'code', in_user: userIds['trainer'], minutes: 0, counts: false },
    }));
  await bulkInsert(tx, 'training_attendances', there);
}

async function insertPasses(
  tx: Tx,
  { now, ids }: DemoContext,
  { welderIds }: DemoCounty,
  campaignId: string,
): Promise<void> {
  // prettier-ignore
  const at = now - 3 * DAY;
  const questionIds = QUESTIONS.slice(0, ASKED).map(({ id }) => id);
  const tried = welderIds.flatMap((welderId, n) => (came(n) ? [{ id: ids.next(at), welderId, n }] : []));
  await bulkInsert(
    tx,
    'training_attempts',
    tried.map(({ id, welderId, n }) => ({
      ...{ id, campaign_id: campaignId, welder_id: welderId, seed: 'demo', question_ids: questionIds, answers: [] },
      ...{ drawn_at: iso(at), answered_at: iso(at + 6 * MINUTE), right_count: passed(n) ? 8 + (n % 3) : 5 + (n % 2) },
      passed: passed(n),
    })),
  );
  const passes = tried
    .filter(({ n }) => passed(n))
    .map(({ id, welderId }) => ({
      ...{ id: ids.next(at), campaign_id: campaignId, welder_id: welderId, attempt_id: id },
      ...{ passed_at: iso(at + 6 * MINUTE), valid_to: passValidTo(at, VALID_MONTHS), code: makeCode(randomBytes(9)) },
    }));
  await insertCodes(tx, 'training', passes, at);
  await bulkInsert(tx, 'training_passes', passes);
}

async function insertProcedures(tx: Tx, { now, ids }: DemoContext, { userIds, welderIds }: DemoCounty): Promise<void> {
  const procedures = PROCEDURES.map((procedure) => ({
    ...{ id: ids.next(now - 30 * DAY), region_code: COUNTY, version: 1, ...procedure },
    ...{ issued_by: userIds['regulator'], issued_at: iso(now - 30 * DAY) },
  }));
  await bulkInsert(tx, 'training_procedures', procedures);
  const signatures = procedures.flatMap(({ id }, p) =>
    PLAYERS.filter((_, n) => (n + p) % 4 !== 0).map(({ username, welder }) => ({
      ...{ procedure_id: id, welder_id: welderIds[welder], user_id: userIds[username] },
      signed_at: iso(now - 10 * DAY),
    })),
  );
  await bulkInsert(tx, 'training_procedure_signatures', signatures);
}
