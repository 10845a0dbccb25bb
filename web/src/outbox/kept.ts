import type { Position } from '@/device/position';
import type { PermitCommandBody } from '@/api/permits';
import type { AskHelpBody } from '@/api/help';
import type { DrillBody } from '@/api/drills';
import type { ReportBody } from '@/api/internal-reports';
import type { SelfCheckAnswer, SigningBody } from '@/api/self-checks';
import type { CollectBody } from '@/api/collections';
import type { MaybeKnown } from '@/api/problem';
import type { FindingBody, InspectionStep, InspectionStepBody } from '@/api/inspections';
import type { RecordBody } from '@/api/violations';

/** A photo that waits; once it is stored its id stands for it. */
export interface KeptPhoto {
  readonly bytes: ArrayBuffer;
  readonly type: string;
  /** Where it was taken. */
  readonly position: Position | null;
  readonly key: string;
  readonly storedId?: string;
}

interface KeptRecord {
  readonly kind: 'record';
  readonly body: RecordBody;
}

/** A machine, person or enterprise collected on the spot; its key is the device's own number. */
interface KeptCollection {
  readonly kind: 'collection';
  readonly body: CollectBody;
}

/** What a picture of a collection shows. */
export type PictureUse = 'photo' | 'signature' | 'certificate';
export type KeptPicture = KeptPhoto & { readonly use: PictureUse };

interface KeptCommand {
  readonly kind: KeptCommandName;
  readonly permitId: string;
  readonly body: PermitCommandBody;
}

/** A request for help with a refusal. */
interface KeptHelp {
  readonly kind: 'help';
  readonly body: AskHelpBody;
}

/** A step of a visit; its photo is the signature where somebody signs. */
interface KeptVisitStep {
  readonly kind: 'inspection-step';
  readonly inspectionId: string;
  readonly step: InspectionStep;
  readonly body: InspectionStepBody;
}

interface KeptVisitFinding {
  readonly kind: 'inspection-finding';
  readonly inspectionId: string;
  readonly body: FindingBody;
}

/** A drill as it was held, or a report inside the firm; photos that were taken without network are its pictures. */
interface KeptDrill {
  readonly kind: 'drill';
  readonly body: DrillBody;
}

interface KeptReport {
  readonly kind: 'internal-report';
  readonly body: ReportBody;
}

/** What was ticked of a self-check; `self-check-sign`: by the principal, whose signature is the photo. */
interface KeptAnswers {
  readonly kind: 'self-check-answers';
  readonly checkId: string;
  readonly answers: SelfCheckAnswer[];
}

interface KeptSigning {
  readonly kind: 'self-check-sign';
  readonly checkId: string;
  readonly body: Omit<SigningBody, 'signatureId'>;
}

type KeptOwnWork = KeptDrill | KeptReport | KeptAnswers | KeptSigning;

/** Commands that say what somebody saw or did; they mean the same when they arrive later. */
const KEPT_COMMANDS = ['watch-tap', 'gas-test', 'measures'] as const;
export type KeptCommandName = (typeof KEPT_COMMANDS)[number];
export const isKept = (command: string): command is KeptCommandName => KEPT_COMMANDS.some((one) => one === command);

/** What was typed on this phone and has not arrived yet. */
export interface Kept {
  /** The order in which things were typed. */
  readonly id: number;
  /** Only theirs: whoever else signs in on this phone neither sees nor sends it. */
  readonly userId: string;
  /** Made when it was typed, so that the platform knows the second try from a second record. */
  readonly key: string;
  readonly givenAt: string;
  /** What it is about, in words: a place, a machine. */
  readonly about: string;
  readonly what: KeptRecord | KeptCommand | KeptHelp | KeptCollection | KeptVisitStep | KeptVisitFinding | KeptOwnWork;
  readonly photo?: KeptPhoto;
  /** Of a collection, in the order in which they were taken. */
  readonly pictures?: readonly KeptPicture[];
  /** What stood in the form, so that it can be changed. */
  readonly form?: FormContent;
  /** Why the platform did not take it. */
  readonly refusal?: Refusal;
}

export interface FormContent {
  readonly name: string;
  readonly content: object;
}

interface Refusal {
  readonly message: string;
  readonly remedy: string | null;
  /** What is wrong with which part. */
  readonly complaints: readonly string[];
  /** Records that may be the same: somebody has to look. */
  readonly candidates?: readonly MaybeKnown[];
}
