/** All columns but the counting `id` of a log, whose order the rows keep. Ids of one process sort by the time of making. */
const logOf = (table: string, columns: string): string => `select ${columns} from ${table} order by id`;
const rowsOf = (table: string, ...keys: string[]): string =>
  `select * from ${table} order by ${keys.map((key) => `${key} collate "C"`).join(', ')}`;

/** What a day leaves behind. */
export const ROWS_OF: Readonly<Record<string, string>> = {
  permits: rowsOf('permits', 'id'),
  permit_welders: rowsOf('permit_welders', 'permit_id', 'welder_id'),
  permit_machines: rowsOf('permit_machines', 'permit_id', 'machine_id'),
  permit_measures: rowsOf('permit_measures', 'permit_id', 'code'),
  permit_signatures: 'select * from permit_signatures order by permit_id collate "C", round, signed_at, step',
  permit_site_visits: rowsOf('permit_site_visits', 'id'),
  permit_watch_records: rowsOf('permit_watch_records', 'id'),
  permit_gas_tests: rowsOf('permit_gas_tests', 'id'),
  permit_amendments: rowsOf('permit_amendments', 'id'),
  permit_history: logOf('permit_history', 'permit_id, at, command, from_state, to_state, by_user, by_name, detail'),
  permit_deadlines: rowsOf('permit_deadlines', 'permit_id'),
  approval_delegations: rowsOf('approval_delegations', 'id'),
  codes: `select * from codes where kind = 'permit' order by entity_id collate "C"`,
  jobs: rowsOf('jobs', 'id'),
  decisions: rowsOf('decisions', 'id'),
  chip_commands: rowsOf('chip_commands', 'id'),
  audit_entries: logOf(
    'audit_entries',
    'xid, at, actor_id, actor_name, address, action, entity, entity_id, region_code, before, after',
  ),
  outbox: logOf('outbox', 'xid, type, at, entity, entity_id, region_code, enterprise_ids, user_ids, data'),
};

export const PERMITS_NOW = `select p.*, d.due_at from permits p left join permit_deadlines d on d.permit_id = p.id order by p.id collate "C"`;
