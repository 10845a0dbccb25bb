import { approvalRules } from '../../../migrations/dated/approval-rules';
import { certificateKinds } from '../../../migrations/dated/certificate-kinds';
import { deviceRules } from '../../../migrations/dated/device-rules';
import { caseRules } from '../../../migrations/dated/case-rules';
import { closingPlaces } from '../../../migrations/dated/closing-places';
import { gasRules } from '../../../migrations/dated/gas-rules';
import { photoRules } from '../../../migrations/dated/photo-rules';
import { placeRules } from '../../../migrations/dated/place-rules';
import { smallRules } from '../../../migrations/dated/small-rules';
import { smallSamePlace } from '../../../migrations/dated/small-same-place';
import { workshopSeen } from '../../../migrations/dated/workshop-seen';
import { urgentCloses } from '../../../migrations/dated/urgent-closes';
import { certificateLookup } from '../../../migrations/dated/certificate-lookup';
import { certificateWarning } from '../../../migrations/dated/certificate-warning';
import { chipRules } from '../../../migrations/dated/chip-rules';
import { chemicalForm } from '../../../migrations/dated/chemical-form';
import { lawDates } from '../../../migrations/dated/law-dates';
import { legalBasis2026 } from '../../../migrations/dated/legal-basis-2026';
import { legalBasisPersons } from '../../../migrations/dated/legal-basis-persons';
import { tamperingClauses } from '../../../migrations/dated/tampering-clauses';
import { suspicions } from '../../../migrations/dated/suspicions';
import { stopOrders } from '../../../migrations/dated/stop-orders';
import { rollOutRules } from '../../../migrations/dated/roll-out-rules';
import { practiceRules } from '../../../migrations/dated/practice-rules';
import { qualityRules } from '../../../migrations/dated/quality-rules';
import { trainingRules } from '../../../migrations/dated/training-rules';
import { inspectionRules } from '../../../migrations/dated/inspection-rules';
import { erasureRules } from '../../../migrations/dated/erasure-rules';
import { exchangeRules } from '../../../migrations/dated/exchange-rules';
import { identityRules } from '../../../migrations/dated/identity-rules';
import { agreementRules } from '../../../migrations/dated/agreement-rules';
import { upkeepRules } from '../../../migrations/dated/upkeep-rules';
import { officeRules } from '../../../migrations/dated/office-rules';
import { suspensionRules } from '../../../migrations/dated/suspension-rules';
import { recencyRules } from '../../../migrations/dated/recency-rules';
import { accountRules } from '../../../migrations/dated/account-rules';
import { privacyRules } from '../../../migrations/dated/privacy-rules';
import { drillRules } from '../../../migrations/dated/drill-rules';
import { internalReportRules } from '../../../migrations/dated/internal-report-rules';
import { selfCheckRules } from '../../../migrations/dated/self-check-rules';
import { tipRules } from '../../../migrations/dated/tip-rules';
import { helpRules } from '../../../migrations/dated/help-rules';
import { cityTold, loopRules } from '../../../migrations/dated/loop-rules';
import { outageRules } from '../../../migrations/dated/outage-rules';
import { openPlaceRules } from '../../../migrations/dated/open-places';
import { watcherRules } from '../../../migrations/dated/watcher-rules';
import { seatRules } from '../../../migrations/dated/seat-rules';
import { stopRules } from '../../../migrations/dated/stop-rules';
import { workshopRules } from '../../../migrations/dated/workshop-rules';
import { placeAnswers } from '../../../migrations/dated/place-answers';
import { countedMeasures } from '../../../migrations/dated/counted-measures';
import { seededRules } from '../../../migrations/rules/all-rules';
import type { SeedRule } from '../../../migrations/rules/seed-rule';
import { RuleBook, type RuleVersion } from '../../../src/domain/rules/rule-book';

const BEGINNING = '2000-01-01T00:00:00+08:00';

const shipped: readonly (SeedRule & { readonly validFrom?: string })[] = [
  ...seededRules,
  ...gasRules,
  ...openPlaceRules,
  ...approvalRules,
  ...watcherRules,
  ...placeRules,
  ...photoRules,
  ...deviceRules,
  ...closingPlaces,
  ...smallRules,
  ...placeAnswers,
  ...chemicalForm,
  ...lawDates.filter(({ key }) => key !== 'supervision.major-hazards'),
  ...caseRules,
  ...stopOrders,
  ...chipRules,
  ...suspicions,
  ...legalBasis2026,
  ...legalBasisPersons,
  ...tamperingClauses,
  ...seatRules,
  ...stopRules,
  ...workshopRules,
  ...certificateKinds,
  ...smallSamePlace,
  ...workshopSeen,
  ...urgentCloses,
  ...certificateWarning,
  ...certificateLookup,
  ...outageRules,
  ...cityTold,
  ...loopRules,
  ...rollOutRules,
  ...trainingRules,
  ...practiceRules,
  ...qualityRules,
  ...tipRules,
  ...selfCheckRules,
  ...drillRules,
  ...internalReportRules,
  ...privacyRules,
  ...accountRules,
  ...identityRules,
  ...recencyRules,
  ...agreementRules,
  ...upkeepRules,
  ...officeRules,
  ...suspensionRules,
  ...erasureRules,
  ...exchangeRules,
  ...inspectionRules,
  ...helpRules,
  ...countedMeasures,
];

const rows = shipped.map(
  ({ key, regime = '', level = '', value, source, certainty, validFrom = BEGINNING }, i): RuleVersion => ({
    id: `seed-${i}`,
    key,
    regime,
    level,
    regionCode: '',
    validFrom: Date.parse(validFrom),
    validTo: null,
    value,
    source,
    certainty,
  }),
);

/** A version ends where the next of the same rule begins. */
const endOf = ({ key, regime, level, validFrom }: RuleVersion): number | null => {
  const later = rows.filter(
    (one) => one.key === key && one.regime === regime && one.level === level && one.validFrom > validFrom,
  );
  return later.length === 0 ? null : Math.min(...later.map((one) => one.validFrom));
};

/** The rules a new platform begins with, and the dated ones added since, as rows. */
export const seededVersions: readonly RuleVersion[] = rows.map((row) => ({ ...row, validTo: endOf(row) }));

export const seededBook = new RuleBook(seededVersions, 'seeded');
