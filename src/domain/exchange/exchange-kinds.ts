/** What is exchanged with another platform, in the order in which it is sent: a machine comes after its enterprise. */
export const EXCHANGE_KINDS = ['enterprise', 'welder', 'certificate', 'machine', 'permit', 'violation'] as const;
export type ExchangeKind = (typeof EXCHANGE_KINDS)[number];

/** What another platform may tell us; permits and cases come by ways of their own. */
export const KINDS_TAKEN_IN = ['enterprise', 'welder', 'certificate', 'machine'] as const;
export type KindTakenIn = (typeof KINDS_TAKEN_IN)[number];

export const isTakenIn = (kind: string): kind is KindTakenIn => (KINDS_TAKEN_IN as readonly string[]).includes(kind);

/** 省级平台, 相邻地区平台, 芯片厂商云平台, 化工企业特殊作业系统. */
export const PARTNER_KINDS = ['province', 'neighbour', 'vendor', 'plant'] as const;
export type PartnerKind = (typeof PARTNER_KINDS)[number];

/** The authority's own platform is its list of certificates; a neighbour's word verifies nothing. */
export const maySend = (partner: PartnerKind, kind: KindTakenIn): boolean =>
  partner === 'province' || (partner === 'neighbour' && kind !== 'certificate');
