import { CERTIFICATE_KINDS, CERTIFICATE_STATUSES, OPERATIONS } from '../certificates/certificate';
import { PERMIT_STATES, REGIMES } from '../permits/permit';
import { ENTERPRISE_KINDS, ENTERPRISE_STATUSES } from '../registry/enterprise';
import { INDUSTRIES } from '../registry/industry';
import { CONTROLS, MACHINE_STATUSES, PROCESSES } from '../registry/machine';
import { WELDER_STATUSES } from '../registry/welder';
import { GRADES, KINDS, VIOLATION_STATES } from '../violations/violation-kinds';
import type { ExchangeKind } from './exchange-kinds';

/**
 * What a field of ours holds. `code`: one member of a vocabulary; `codes`: several. `personal`: it leaves in clear only
 * for a purpose that the agreement names.
 */
export type Field =
  | { readonly type: 'text' | 'number' | 'date' | 'time' | 'flag'; readonly personal?: true }
  | { readonly type: 'code' | 'codes'; readonly values: readonly string[]; readonly personal?: undefined };

const TEXT = { type: 'text' } as const;
const NUMBER = { type: 'number' } as const;
const DATE = { type: 'date' } as const;
const TIME = { type: 'time' } as const;
const FLAG = { type: 'flag' } as const;
const PERSONAL = { type: 'text', personal: true } as const;
const code = (values: readonly string[]): Field => ({ type: 'code', values });

/**
 * The fields of each kind. Those that a list may bring in carry the name of its column in `domain/imports/columns`. What
 * people wrote in their own words (content of work, descriptions, reasons) is no field: it may hold anybody's name.
 */
export const FIELDS: Readonly<Record<ExchangeKind, Readonly<Record<string, Field>>>> = {
  enterprise: {
    name: TEXT,
    uscc: TEXT,
    kind: code(ENTERPRISE_KINDS),
    industry: code(INDUSTRIES),
    region: TEXT,
    status: code(ENTERPRISE_STATUSES),
    contactName: PERSONAL,
    contactPhone: PERSONAL,
    registeredAt: TIME,
  },
  welder: {
    name: PERSONAL,
    idNumber: PERSONAL,
    phone: PERSONAL,
    code: TEXT,
    uscc: TEXT,
    enterpriseName: TEXT,
    region: TEXT,
    status: code(WELDER_STATUSES),
    trainingValidTo: DATE,
    registeredAt: TIME,
  },
  certificate: {
    name: PERSONAL,
    number: PERSONAL,
    idNumber: PERSONAL,
    kind: code(CERTIFICATE_KINDS),
    operations: { type: 'codes', values: OPERATIONS },
    issuer: TEXT,
    issuedOn: DATE,
    validFrom: DATE,
    validTo: DATE,
    status: code(CERTIFICATE_STATUSES),
    welderCode: TEXT,
  },
  machine: {
    code: TEXT,
    serialNumber: TEXT,
    model: TEXT,
    process: code(PROCESSES),
    control: code(CONTROLS),
    automatic: FLAG,
    outlets: NUMBER,
    ratedCurrentA: NUMBER,
    uscc: TEXT,
    enterpriseName: TEXT,
    region: TEXT,
    inspectionDueOn: DATE,
    chipNo: TEXT,
    status: code(MACHINE_STATUSES),
    registeredAt: TIME,
  },
  permit: {
    number: TEXT,
    code: TEXT,
    regime: code(REGIMES),
    level: TEXT,
    state: code(PERMIT_STATES),
    uscc: TEXT,
    enterpriseName: TEXT,
    region: TEXT,
    placeName: TEXT,
    lat: NUMBER,
    lng: NUMBER,
    openAir: FLAG,
    plannedStart: TIME,
    plannedEnd: TIME,
    startedAt: TIME,
    closedAt: TIME,
    welderCodes: TEXT,
    machineCodes: TEXT,
  },
  violation: {
    kind: code(KINDS),
    grade: code(GRADES),
    severity: NUMBER,
    state: code(VIOLATION_STATES),
    major: FLAG,
    uscc: TEXT,
    enterpriseName: TEXT,
    region: TEXT,
    machineCode: TEXT,
    chipNo: TEXT,
    permitNumber: TEXT,
    foundAt: TIME,
    dueAt: TIME,
    rectifiedAt: TIME,
    closedAt: TIME,
  },
};
