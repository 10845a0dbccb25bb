import type { Stage } from '../../../domain/rules/succession';

const CONDITION: Readonly<Record<Stage, string>> = {
  planned: 'valid_from > $5',
  running: 'valid_from <= $5 and valid_to > $5',
  past: 'valid_to <= $5',
};

/** The condition on a period's time, `$5` being now; all of them where no stage is asked for. */
export const periodStages = (stage: Stage | undefined): string =>
  stage ? CONDITION[stage] : '$5::timestamptz is not null';
