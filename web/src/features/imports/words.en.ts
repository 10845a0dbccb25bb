import { importWords } from '@domain/imports/words.en';
import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  imports: {
    ...importWords,
    title: 'Import lists',
    intro:
      'Choose what the list holds, fill in the template and send it. Each row is previewed first; nothing is written before you confirm. The same file again registers nothing twice.',
    what: 'Kind of list',
    template: 'Download the template',
    choose: 'Choose a file',
    drop: 'Drop an XLSX or CSV file here, or click to choose one',
    sending: 'Sending…',
    limits: 'At most 32 MB and 250,000 rows.',
    earlier: 'Earlier imports',
    none: 'No list was imported yet',
    file: 'File',
    stateTitle: 'State',
    time: 'Sent',
    rowsRead: '{n} rows read',
    rowsApplied: '{n} of {of} rows done',
    goesOn: 'You may close the page: the platform goes on, and takes up its work after an interruption.',
    apply: 'Import the {n} good rows',
    nothingToApply: 'No row can be imported. Mend the file as said below and send it again.',
    report: 'Download the report',
    ignored: 'These columns are not known and were left out: {columns}',
    leftSheets:
      'Only the sheet “{sheet}” was read. These sheets hold such a list, too, and were not read: {sheets}. Save each as a file and import it.',
    all: 'All',
    line: 'Row',
    content: 'Content',
    result: 'Result',
    column: 'Column',
    why: 'What is wrong',
    open: 'Open',
    noRows: 'There are no such rows',
    doneHow:
      'Done. Mend the rows that stayed out and send the file again; rows that are there are not registered twice.',
    back: 'Back to the imports',
  },
};

export default texts;
