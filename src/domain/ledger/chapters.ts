/** What a file of an enterprise is made of, in its order. */
// prettier-ignore
export type LedgerChapter =
  | 'firm' | 'machines' | 'welders' | 'contracts' | 'permits' | 'selfChecks' | 'drills' | 'training' | 'cases' | 'reports' | 'inspections';

// prettier-ignore
export type LedgerColumn =
  | 'item' | 'content' | 'name' | 'uscc' | 'industry' | 'region' | 'contact' | 'ownWelders' | 'ownMachines' | 'contractedWelders' | 'contractedMachines'
  | 'code' | 'model' | 'process' | 'state' | 'chip' | 'checkUntil' | 'idNumber' | 'certificate' | 'operations' | 'validUntil' | 'trainingUntil'
  | 'work' | 'client' | 'contractor' | 'qualification' | 'term' | 'agreementUntil'
  | 'number' | 'place' | 'level' | 'time' | 'signatures' | 'period' | 'dueOn' | 'signed' | 'found' | 'open'
  | 'kind' | 'heldOn' | 'people' | 'shortcomings' | 'remedies' | 'next' | 'campaign' | 'passedOn' | 'foundOn' | 'description' | 'closedOn'
  | 'outcome' | 'answer' | 'reward' | 'result' | 'publishedOn';
