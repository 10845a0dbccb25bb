const Sequencer = require('@jest/test-sequencer').default;

/**
 * Suites that take a minute or more begin first: begun last, one of them would keep one core busy while the others idle. jest itself
 * learns this from earlier runs, which a fresh clone has not seen, and guesses by the size of files, which says nothing here.
 */
const LONG = [
  'browser/phone-pages', 'browser/everyone-in', 'browser/console-pages', 'browser/collected-offline', 'browser/watch-kept',
  'property/law', 'e2e/parallel-starts', 'e2e/attacks/guessing', 'e2e/law/between-two-steps', 'integration/inventory/counts',
  'e2e/attacks/database-killed', 'e2e/kill-during-ingest', 'integration/demo/living-county', 'integration/imports/odd-files',
]; // prettier-ignore

module.exports = class extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const at = LONG.findIndex((name) => path.endsWith(`/test/${name}.spec.ts`));
      return at < 0 ? LONG.length : at;
    };
    return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
  }
};
