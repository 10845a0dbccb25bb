import type { Certainty, Grade, ViolationState } from '../violation-kinds';

/** 函告、约谈通知、约谈记录、通报、曝光. */
export const DOCUMENT_KINDS = ['letter', 'talk', 'talk-record', 'circular', 'exposure'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A case as far as it decides which documents may be made of it. */
export interface DocumentedCase {
  readonly state: ViolationState;
  readonly certainty: Certainty;
  readonly grade: Grade;
  readonly enterpriseId: string | null;
  /** What was made of it before. */
  readonly made: readonly DocumentKind[];
}

export type DocumentFault =
  | 'document.case-withdrawn'
  | 'document.unconfirmed'
  | 'document.no-enterprise'
  | 'document.talk-first'
  | 'document.not-reviewed';

/** Public only after another person's second look, and only what has to be put right: a mere alert shames nobody. */
const maybePublic = ({ state, grade }: DocumentedCase): boolean =>
  ['review', 'closed'].includes(state) && grade !== 'alert';

/** Why a document of this kind may not be made of the case; null: it may. */
export function documentFault(kind: DocumentKind, of: DocumentedCase): DocumentFault | null {
  if (of.state === 'withdrawn' || of.certainty === 'withdrawn') return 'document.case-withdrawn';
  if (of.certainty !== 'confirmed') return 'document.unconfirmed';
  if ((kind === 'talk' || kind === 'talk-record') && of.enterpriseId === null) return 'document.no-enterprise';
  if (kind === 'talk-record' && !of.made.includes('talk')) return 'document.talk-first';
  return kind === 'exposure' && !maybePublic(of) ? 'document.not-reviewed' : null;
}

/** What a person writes into the form of a document. */
export interface DocumentForm {
  readonly addressee?: string;
  readonly content?: string;
  readonly talkAt?: number;
  readonly talkPlace?: string;
  readonly present?: string;
}

/** An exposure takes nothing that a person wrote: so no name of anybody gets into it. */
const NEEDED: Readonly<Record<DocumentKind, readonly (keyof DocumentForm)[]>> = {
  letter: ['addressee', 'content'],
  talk: ['talkAt', 'talkPlace'],
  'talk-record': ['talkAt', 'talkPlace', 'present', 'content'],
  circular: ['addressee'],
  exposure: [],
};

export const missingFields = (kind: DocumentKind, form: DocumentForm): (keyof DocumentForm)[] =>
  NEEDED[kind].filter((name) => String(form[name] ?? '').trim() === '');

const SIGNS: Readonly<Record<DocumentKind, string>> = {
  letter: '函',
  talk: '约',
  'talk-record': '约记',
  circular: '通',
  exposure: '曝',
};

/** 发文字号: 建应急函〔2026〕3号. */
export const documentNumber = (kind: DocumentKind, officeCode: string, year: number, number: number): string =>
  `${officeCode}${SIGNS[kind]}〔${year}〕${number}号`;
