import { Injectable } from '@nestjs/common';
import { isOver } from '../../../domain/training/practice';
import { isoTime, isoTimeOrNull, type Instant } from '../../../kernel/time';
import { columnsOf } from '../../../platform/database/columns';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { TrainingInstructorRow } from '../../../schema/training/training-instructor.row';
import { TrainingPracticeRow } from '../../../schema/training/training-practice.row';
import { regionsAround, type TrainingReach } from '../training-reach';
import type { PracticeView } from './practice.dto';

const OWN = ['id', 'providerId', 'instructorId', 'openedAt', 'endsAt', 'presentUntil', 'endedAt'] as const;

interface ShownPractice extends Readonly<Pick<TrainingPracticeRow, (typeof OWN)[number]>> {
  readonly providerName: string;
  readonly instructorName: string;
  readonly machines: PracticeView['machines'];
  readonly pupils: PracticeView['pupils'];
}

export type NamedInstructor = Pick<TrainingInstructorRow, 'providerId' | 'welderId'> & { readonly name: string };

const PRACTICE = `select ${columnsOf(TrainingPracticeRow, 'e', OWN)}, v.name as "providerName", i.name as "instructorName",
  (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'code', m.code, 'name', concat_ws(' ', m.model, m.serial_number)) order by m.id), '[]')
    from training_practice_machines x join machines m on m.id = x.machine_id where x.practice_id = e.id) as machines,
  (select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'name', w.name) order by w.name, w.id), '[]')
    from training_practice_pupils u join welders w on w.id = u.welder_id where u.practice_id = e.id) as pupils
  from training_practices e join training_providers v on v.id = e.provider_id join welders i on i.id = e.instructor_id`;

/** Practice sessions with who and what is in them. */
@Injectable()
export class PracticesView {
  async find(tx: Tx, id: string, at: Instant): Promise<PracticeView | null> {
    const [row] = await tx.query<ShownPractice>(`${PRACTICE} where e.id = $1`, [id]);
    return row ? shown(row, at) : null;
  }

  /** The one that nobody has ended and the clock has not either. */
  async openOf(tx: Tx, instructorId: string, at: Instant): Promise<PracticeView | null> {
    const [row] = await tx.query<ShownPractice>(`${PRACTICE} where e.instructor_id = $1 and e.ended_at is null`, [
      instructorId,
    ]);
    return row && !isOver(row, at) ? shown(row, at) : null;
  }

  /** By name. */
  instructorsOf(tx: Tx, providerIds: readonly string[]): Promise<NamedInstructor[]> {
    return tx.query<NamedInstructor>(
      `select i.provider_id as "providerId", i.welder_id as "welderId", w.name from training_instructors i
       join welders w on w.id = i.welder_id where i.provider_id = any($1) order by w.name, w.id`,
      [providerIds],
    );
  }

  /** Of schools in the region, or of the enterprise's own school; newest first. */
  async list(
    tx: Tx,
    { regionCode, enterpriseId }: TrainingReach,
    { limit, cursor }: { readonly limit: number; readonly cursor?: string },
    at: Instant,
  ): Promise<PracticeView[]> {
    const { from, to } = regionsAround(regionCode ?? '');
    const rows = await tx.query<ShownPractice>(
      `${PRACTICE} where ($1::text is null or e.id < $1)
         and case when $2::text is not null then v.enterprise_id = $2
           else $3::text is not null and e.region_code >= $4 and e.region_code < $5 end
       order by e.id desc limit $6`,
      [cursor ?? null, enterpriseId, regionCode, from, to, limit + 1],
    );
    return rows.map((row) => shown(row, at));
  }
}

const shown = ({ openedAt, endsAt, presentUntil, endedAt, ...row }: ShownPractice, at: Instant): PracticeView => ({
  ...row,
  openedAt: isoTime(openedAt),
  endsAt: isoTime(endsAt),
  presentUntil: isoTime(presentUntil),
  endedAt: isoTimeOrNull(endedAt),
  over: isOver({ endsAt, presentUntil, endedAt }, at),
});
