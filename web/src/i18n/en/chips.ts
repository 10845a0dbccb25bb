/** Words of the page of chips. */
const chips = {
  import: 'Import chips',
  format: 'A CSV file, one chip a line:',
  choose: 'Choose a file and import',
  accepted: '{n} imported',
  notAccepted: '{n} lines not imported',
  warned: '{n} imported, to be checked',
  line: 'Line',
  why: 'Reason',
  find: 'Chip number',
  none: 'No chips yet',
  batch: 'Batch',
  importedAt: 'Imported',
  unbound: 'not bound',
  rejected: {
    'chip_line-malformed': 'A line needs 4 columns: number, secret, model, batch',
    'chip_number-malformed': 'The number must be 12–20 capital letters or digits',
    'chip_number-rounded':
      'Imported, but the number ends in zeros: a spreadsheet probably rounded it. Compare it with the chip',
    'chip_secret-weak': 'The secret is all zeros. Ask the maker for the right one',
    'chip_secret-malformed': 'The secret must be 64 hexadecimal characters',
    'chip_model-missing': 'The model is missing',
    'chip_batch-missing': 'The batch is missing',
    chip_repeated: 'The number occurs twice in the file',
    chip_exists: 'This chip is already on record',
    'chip_already-imported': 'This chip is already on record',
  },
};

export default chips;
