import type { Operation } from '../../../domain/certificates/certificate';
import type { Industry } from '../../../domain/registry/industry';
import type { Section } from '../../../domain/training/campaign';
import type { TrainingTopic } from '../../../domain/training/topics';
import { isoTimeOrNull } from '../../../kernel/time';
import type { TrainingCampaignRow } from '../../../schema/training/training-campaign.row';
import type { CampaignView } from './campaign.dto';

export const toCampaignView = (row: TrainingCampaignRow): CampaignView => ({
  id: row.id,
  name: row.name,
  regionCode: row.regionCode,
  startsOn: row.startsOn,
  dueOn: row.dueOn,
  industries: row.industries as Industry[],
  operations: row.operations as Operation[],
  enterpriseIds: row.enterpriseIds,
  sections: row.sections as Section[],
  photoIds: row.photoIds,
  topics: row.topics as TrainingTopic[],
  questionCount: row.questionCount,
  passPercent: row.passPercent,
  sessionRequired: row.sessionRequired,
  closedAt: isoTimeOrNull(row.closedAt),
});
