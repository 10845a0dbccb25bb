import { ok, refused, type Result } from '../../../kernel/result';
import type { Instant } from '../../../kernel/time';
import { readDigits } from '../../../kernel/typed-text';
import type { CertificateKind, CertificateStatus, Operation } from '../../certificates/certificate';
import { LONGEST_YEARS, readCertificateNumber, readValidity } from '../../certificates/certificate-rules';
import { looksSpoilt } from '../cell-text';
import { wordKey } from '../cell-word';
import type { CertificateValues } from '../columns/card-columns';
import { contradicted, CREATED, refusedRow, SAME, type RowVerdict } from '../import';
import type { ListedState } from '../meanings';

/** A line of the authority's list. `idNumber`: the holder's, as it stands in the number or beside it. */
export interface ListedCard {
  readonly name: string;
  readonly idNumber: string;
  readonly number: string;
  readonly kind: CertificateKind;
  readonly operations: readonly Operation[];
  readonly issuer: string;
  readonly issuedOn: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly state: ListedState;
}

export function draftCertificate(values: CertificateValues): Result<ListedCard, RowVerdict> {
  const kind = values.kind ?? 'special-operation';
  const typed = values.number!;
  if (looksSpoilt(typed)) return refused(refusedRow('import.number-spoilt', 'number'));
  const holder = values.idNumber === null ? holderIn(kind, typed) : readDigits(values.idNumber);
  if (holder === null) return refused(refusedRow('import.required', 'idNumber'));
  const number = readCertificateNumber(kind, typed, holder);
  if (!number.ok) return refused(refusedRow(number.refusal, 'number'));
  const { validFrom, validTo } = { validFrom: values.validFrom!, validTo: values.validTo! };
  const issuedOn = values.issuedOn ?? validFrom;
  const validity = readValidity({ issuedOn, validFrom, validTo }, LONGEST_YEARS[kind]);
  if (!validity.ok) return refused(refusedRow(validity.refusal, 'validTo'));
  return ok({
    ...{ name: values.name!, idNumber: holder, number: number.value, kind, operations: values.operations! },
    ...{ issuer: values.issuer!, issuedOn, validFrom, validTo, state: values.state ?? 'valid' },
  });
}

/** 特种作业操作证 is numbered `T` and the number of its holder. */
const holderIn = (kind: CertificateKind, typed: string): string | null =>
  kind === 'special-operation' && /^T[A-Z0-9]{8,}$/.test(readDigits(typed)) ? readDigits(typed).slice(1) : null;

export interface KnownCard {
  readonly operations: readonly Operation[];
  readonly validFrom: string;
  readonly validTo: string;
  readonly status: CertificateStatus;
}

export interface CardFacts {
  /** The holder of the number, if the person who imports may see them. */
  readonly holder: { readonly name: string } | null;
  /** Cards of this number whose operations are among those of the line; the newest one first. */
  readonly cards: readonly KnownCard[];
  readonly at: Instant;
}

/**
 * What the authority says of a card against what the register has. What agrees is verified; where they differ a person
 * decides, because either may be the one with the slip of the pen.
 */
export function judgeCertificate(listed: ListedCard, { holder, cards }: CardFacts): RowVerdict {
  if (holder === null) return refusedRow('import.holder-unknown', 'number');
  if (wordKey(holder.name) !== wordKey(listed.name)) return contradicted('import.name-differs', 'name');
  const known = cards.find(({ validFrom, validTo }) => validFrom === listed.validFrom && validTo === listed.validTo);
  if (listed.state === 'revoked') return judgeRevoked(cards);
  if (known?.status === 'verified') return SAME;
  if (known?.status === 'unverified') return CREATED;
  if (known !== undefined) return contradicted('import.valid-in-list', 'state');
  const [held] = cards;
  // the next card of the same number follows one that ended before it
  return held === undefined || held.validTo < listed.validFrom
    ? CREATED
    : contradicted('import.dates-differ', 'validTo');
}

const judgeRevoked = (cards: readonly KnownCard[]): RowVerdict =>
  cards.some(({ status }) => status === 'verified' || status === 'unverified')
    ? contradicted('import.revoked-in-list', 'state')
    : SAME;
