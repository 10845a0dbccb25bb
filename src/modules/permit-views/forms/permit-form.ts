import { beyondSmall } from '../../../domain/permits/beyond-small';
import { gasRule, limitOf, OXYGEN } from '../../../domain/permits/gas-limits';
import { kindsThatAnswer } from '../../../domain/permits/level-answers';
import type { Regime } from '../../../domain/permits/permit';
import { PermitRules } from '../../../domain/permits/permit-rules';
import type { GasLimits, MeasureRule, PlaceKind } from '../../../domain/permits/permit-rule-values';
import { gasName, levelName, PERMIT_WORDS } from '../../../domain/permits/words';
import type { RuleBook } from '../../../domain/rules/rule-book';
import { HOUR, type Instant } from '../../../kernel/time';
import { namedWordIn, wordIn, type Language } from '../../../kernel/language';
import type { FormChoice, FormGas, FormGasTestWhen, FormLevel, FormMeasure, FormPlaceKind, PermitForm } from './permit-form.dto'; // prettier-ignore

export interface FormSubject {
  readonly regime: Regime;
  readonly regionCode: string;
}

/** What the form of a regime asks and says, all of it from the rules in force. */
export function permitForm(book: RuleBook, subject: FormSubject, language: Language, at: Instant): PermitForm {
  const { regime } = subject;
  const rules = new PermitRules(book, { ...subject, level: '' }, at);
  const levels = rules.levels.map((level) => formLevel(rules.withLevel(level), regime, level, language));
  return {
    regime,
    name: PERMIT_WORDS[language].regime[regime],
    levels: [...rules.levels],
    levelDetails: levels,
    longestHours: Object.fromEntries(levels.map(({ code, longestHours }) => [code, longestHours])),
    sameDay: rules.sameDay,
    gasTest: rules.gasTest,
    gases: gases(rules.gasLimits, language),
    gasLimits: rules.gasLimits,
    gasTestWhen: gasTestWhen(rules),
    measures: rules.measures.map((measure) => formMeasure(measure, language)),
    questions: rules.levelQuestions.map((question) => ({
      code: question.code,
      text: wordIn(question, language),
      level: question.level,
      placeKinds: kindsThatAnswer(question.code, rules),
    })),
    placeKinds: rules.placeKinds.map((kind) => placeKind(kind, subject, language)),
    levelOfPlace: { ...rules.levelOfPlace },
    closedHours: Object.entries(rules.closedHours).map(([placeKind, { from, to }]) => ({ placeKind, from, to })),
    occupierConfirms: rules.occupierConfirms,
    fireWatch: rules.fireWatch,
    urgentAllowed: levels.some(({ urgent }) => urgent?.allowed),
    standardForm: rules.paper.requiredRecords.length > 0,
  };
}

/** Without the place's trade known the general permit is named; the server names the right one when it refuses. */
function placeKind(kind: PlaceKind, { regime }: FormSubject, language: Language): FormPlaceKind {
  const beyond = beyondSmall({ regime, placeKinds: [kind.code], answers: [] }, []);
  return {
    ...choice(kind.code, (one) => wordIn(kind, one), language),
    instead: beyond && PERMIT_WORDS[language].regime[beyond.instead],
  };
}

const choice = (code: string, nameIn: (language: Language) => string, language: Language): FormChoice => ({
  code,
  name: nameIn(language),
  zh: nameIn('zh-CN'),
  en: nameIn('en'),
});

function formLevel(rules: PermitRules, regime: Regime, level: string, language: Language): FormLevel {
  const { urgent } = rules;
  return {
    ...choice(level, (one) => levelName(regime, level, one), language),
    longestHours: rules.longestMs / HOUR,
    chain: rules.chain.map((seat) => ({
      step: seat.step,
      title: namedWordIn(seat, 'title', language),
      roles: [...seat.roles],
      of: seat.of,
      siteVisit: seat.siteVisit === true,
    })),
    urgent: urgent && { allowed: urgent.allowed, countersignHours: urgent.countersignHours },
    fireWatchMinutes: rules.watchMinutes.base,
    measures: rules.measures.map((measure) => formMeasure(measure, language)),
    videoDays: rules.paper.videoDays,
  };
}

const formMeasure = (measure: MeasureRule, language: Language): FormMeasure => ({
  code: measure.code,
  text: wordIn(measure, language),
  placeKinds: [...(measure.placeKinds ?? [])],
  openAir: measure.openAir === true,
  source: measure.source,
});

const gasTestWhen = ({ gasTestWhen: { placeKinds, answers } }: PermitRules): FormGasTestWhen => ({
  placeKinds: [...placeKinds],
  answers: answers.map(({ code, unlessPlaceKinds = [] }) => ({ code, unlessPlaceKinds: [...unlessPlaceKinds] })),
});

/** Limits in percent by volume, as readings are judged. */
const gases = (limits: GasLimits, language: Language): FormGas[] =>
  [...Object.keys(limits.gases), OXYGEN].map((code) => {
    const { min, max } = limitOf(code, limits);
    const named = choice(code, (one) => gasName(code, limits, one), language);
    return { ...named, lel: gasRule(code, limits)?.lel ?? null, min: min ?? null, max };
  });
