import { beyondSmall } from '../../../domain/permits/beyond-small';
import { limitOf } from '../../../domain/permits/gas-limits';
import { kindsThatAnswer } from '../../../domain/permits/level-answers';
import type { Regime } from '../../../domain/permits/permit';
import { PermitRules } from '../../../domain/permits/permit-rules';
import type { GasLimits, MeasureRule, PlaceKind } from '../../../domain/permits/permit-rule-values';
import type { RuleBook } from '../../../domain/rules/rule-book';
import { HOUR, type Instant } from '../../../kernel/time';
import type { Language } from '../../../platform/i18n/texts';
import type { FormChoice, FormGas, FormGasTestWhen, FormLevel, FormMeasure, FormPlaceKind, PermitForm } from './permit-form.dto'; // prettier-ignore
import { inLanguage, levelName, regimeName } from '../permit-words';

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
    name: regimeName(regime, language),
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
      text: inLanguage(question, language),
      level: question.level,
      placeKinds: kindsThatAnswer(question.code, rules),
    })),
    placeKinds: rules.placeKinds.map((kind) => placeKind(kind, subject, language)),
    occupierConfirms: rules.occupierConfirms,
    fireWatch: rules.fireWatch,
    urgentAllowed: levels.some(({ urgent }) => urgent?.allowed),
  };
}

/** Without the place's trade known the general permit is named; the server names the right one when it refuses. */
function placeKind({ code, zh, en }: PlaceKind, { regime }: FormSubject, language: Language): FormPlaceKind {
  const beyond = beyondSmall({ regime, placeKinds: [code], answers: [] }, []);
  return { ...choice(code, zh, en, language), instead: beyond && regimeName(beyond.instead, language) };
}

const choice = (code: string, zh: string, en: string, language: Language): FormChoice => ({
  code,
  name: inLanguage({ zh, en }, language),
  zh,
  en,
});

function formLevel(rules: PermitRules, regime: string, level: string, language: Language): FormLevel {
  const { urgent } = rules;
  return {
    ...choice(level, levelName(regime, level, 'zh-CN'), levelName(regime, level, 'en'), language),
    longestHours: rules.longestMs / HOUR,
    chain: rules.chain.map(({ step, titleZh, titleEn, roles, of, siteVisit }) => ({
      step,
      title: inLanguage({ zh: titleZh, en: titleEn }, language),
      roles: [...roles],
      of,
      siteVisit: siteVisit === true,
    })),
    urgent: urgent && { allowed: urgent.allowed, countersignHours: urgent.countersignHours },
    fireWatchMinutes: rules.watchMinutes.base,
  };
}

const formMeasure = (measure: MeasureRule, language: Language): FormMeasure => ({
  code: measure.code,
  text: inLanguage(measure, language),
  placeKinds: [...(measure.placeKinds ?? [])],
  openAir: measure.openAir === true,
  source: measure.source,
});

const gasTestWhen = ({ gasTestWhen: { placeKinds, answers } }: PermitRules): FormGasTestWhen => ({
  placeKinds: [...placeKinds],
  answers: answers.map(({ code, unlessPlaceKinds = [] }) => ({ code, unlessPlaceKinds: [...unlessPlaceKinds] })),
});

const OXYGEN = { zh: '氧气', en: 'Oxygen' };

/** Limits in percent by volume, as readings are judged. */
function gases(limits: GasLimits, language: Language): FormGas[] {
  const known = Object.entries(limits.gases).map(([code, { zh, en, lel }]) => ({
    code,
    zh,
    en,
    lel: lel,
  }));
  return [...known, { code: 'oxygen', ...OXYGEN, lel: null }].map(({ code, zh, en, lel }) => {
    const { min, max } = limitOf(code, limits);
    return { ...choice(code, zh, en, language), lel, min: min ?? null, max };
  });
}
