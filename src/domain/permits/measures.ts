import type { Permit } from './permit';
import type { MeasureRule } from './permit-rule-values';

/** How many measures of the checklist are not confirmed yet; it must be 0 when work goes on. */
export const openMeasures = ({ measures }: Pick<Permit, 'measures'>): number =>
  measures.filter(({ confirmed }) => !confirmed).length;

interface Place {
  readonly openAir: boolean;
  readonly placeKinds: readonly string[];
}

/** The checklist of one permit: what its regime always asks, and what the kinds of its place add. */
export const measuresFor = (rules: readonly MeasureRule[], { openAir, placeKinds }: Place): MeasureRule[] =>
  rules.filter(
    (rule) =>
      (!rule.openAir || openAir) && (!rule.placeKinds || rule.placeKinds.some((kind) => placeKinds.includes(kind))),
  );
