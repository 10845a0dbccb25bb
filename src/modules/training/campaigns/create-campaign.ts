import { Injectable } from '@nestjs/common';
import { campaignFault, LONGEST_CAMPAIGN_DAYS, typedSection } from '../../../domain/training/campaign';
import { forbidden, invalid, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { shanghaiDate } from '../../../kernel/time';
import { readTyped } from '../../../kernel/typed-text';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { OwnPhotos } from '../../../platform/files/own-photos';
import { Ids } from '../../../platform/time/ids';
import type { TrainingCampaignRow } from '../../../schema/training/training-campaign.row';
import { RegionsReader } from '../../regions/regions.reader';
import { RegistryReader } from '../../registry/registry.reader';
import { QuestionStore } from '../questions/question.store';
import { servesRegion } from '../training-reach';
import type { CampaignView, CreateCampaignRequest } from './campaign.dto';
import { toCampaignView } from './campaign.mapper';
import { CampaignStore } from './campaign.store';

const QUESTIONS = 10;
const PASS_PERCENT = 80;

/** A campaign begins with everything that is asked of a welder: whom it is for, until when, what is read, how the quiz passes. */
@Injectable()
export class CreateCampaign {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly campaigns: CampaignStore,
    private readonly questions: QuestionStore,
    private readonly regions: RegionsReader,
    private readonly registry: RegistryReader,
    private readonly photos: OwnPhotos,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async execute(request: Request, body: CreateCampaignRequest): Promise<Result<CampaignView, Refusal>> {
    const { caller, at } = request;
    const regionCode = body.regionCode ?? caller.regionCode ?? '';
    if (!servesRegion(caller, regionCode)) return refused(forbidden('training.outside-region'));
    const period = { startsOn: body.startsOn ?? shanghaiDate(at), dueOn: body.dueOn };
    const fault = campaignFault(period, at);
    if (fault) return refused(wrongField('dueOn', fault, { days: LONGEST_CAMPAIGN_DAYS }));
    return this.uow.run(systemScope('training'), async (tx): Promise<Result<CampaignView, Refusal>> => {
      const campaign: TrainingCampaignRow = {
        ...{ id: this.ids.next(at), name: readTyped(body.name), regionCode, ...period },
        ...{ industries: body.target?.industries ?? [], operations: body.target?.operations ?? [] },
        ...{ enterpriseIds: body.target?.enterpriseIds ?? [], photoIds: body.photoIds ?? [] },
        ...{ sections: (body.sections ?? []).map(typedSection), topics: body.topics ?? [] },
        ...{ questionCount: body.questionCount ?? QUESTIONS, passPercent: body.passPercent ?? PASS_PERCENT },
        ...{ sessionRequired: body.sessionRequired ?? false, createdBy: caller.userId, createdAt: at },
        ...{ closedBy: null, closedAt: null },
      };
      const wrong = await this.wrongIn({ ...request, tx }, campaign);
      if (wrong) return refused(wrong);
      await this.campaigns.insert(tx, campaign);
      const entry = { action: 'training-campaign.created', entity: 'training-campaign', entityId: campaign.id };
      this.journal.record(tx, caller, at, [{ ...entry, regionCode, after: campaign }]);
      return ok(toCampaignView(campaign));
    });
  }

  private async wrongIn({ tx, caller }: Call, campaign: TrainingCampaignRow): Promise<Refusal | null> {
    if (!(await this.regions.exists(tx, campaign.regionCode))) return wrongField('regionCode', 'region.unknown');
    for (const [i, id] of campaign.enterpriseIds.entries())
      if (!(await this.registry.enterpriseById(tx, id)))
        return wrongField(`target.enterpriseIds.${i}`, 'training.enterprise-unknown');
    if (!(await this.photos.areOf(tx, caller, campaign.photoIds)))
      return wrongField('photoIds', 'training.photo-unknown');
    const bank = await this.questions.idsFor(tx, campaign);
    if (bank.length >= campaign.questionCount) return null;
    const params = { count: bank.length };
    return invalid('training.too-few-questions', {
      params,
      errors: [{ path: 'questionCount', code: 'training.too-few-questions', params }],
    });
  }
}
