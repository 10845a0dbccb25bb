import { Injectable } from '@nestjs/common';
import { passValidTo } from '../../../domain/training/training-ends';
import { Journal } from '../../../platform/audit/journal';
import type { Call } from '../../../platform/auth/request';
import { Ids } from '../../../platform/time/ids';
import { TrainingPassRow } from '../../../schema/training/training-pass.row';
import { CodeRegistry } from '../../registry/code-registry';
import { RulesReader } from '../../rules/rules.reader';
import { CampaignStore } from '../campaigns/campaign.store';
import { AttemptStore } from './attempt.store';

const ATTENDED = `select 1 from training_attendances a join training_sessions s on s.id = a.session_id
  where s.campaign_id = $1 and a.welder_id = $2 and a.counts limit 1`;

/** The pass, once all that the campaign asks is done: the quiz, and a session where one is required. Once a campaign. */
@Injectable()
export class GivePass {
  constructor(
    private readonly campaigns: CampaignStore,
    private readonly attempts: AttemptStore,
    private readonly codes: CodeRegistry,
    private readonly rules: RulesReader,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async giveWhenDone({ tx, caller, at }: Call, campaignId: string, welderId: string): Promise<TrainingPassRow | null> {
    const passed = tx.rows(TrainingPassRow);
    const known = await passed.findOne({ where: { campaignId, welderId } });
    if (known) return known;
    const [campaign, attemptId] = [
      await this.campaigns.find(tx, campaignId),
      await this.attempts.passedOf(tx, { campaignId, welderId }),
    ];
    if (!campaign || attemptId === null) return null;
    if (campaign.sessionRequired && (await tx.query(ATTENDED, [campaignId, welderId])).length === 0) return null;
    const { regionCode } = campaign;
    const months = this.rules.book().value<number>('training.valid-months', { regionCode }, at);
    const id = this.ids.next(at);
    const pass: TrainingPassRow = {
      ...{ id, campaignId, welderId, attemptId, passedAt: at },
      ...{ validTo: passValidTo(at, months), code: await this.codes.issue(tx, 'training', id, at) },
    };
    await passed.insert(pass);
    const entry = { action: 'training-pass.given', entity: 'training-pass', entityId: id, regionCode, after: pass };
    this.journal.record(tx, caller, at, [entry]);
    return pass;
  }
}
