const Module = require('node:module');
const { join, sep } = require('node:path');
const { default: Runtime } = require('jest-runtime');

const ROOT = join(__dirname, '..', '..', '..');
const KEPT = ['src', 'migrations', 'seeds'].map((room) => join(ROOT, room) + sep);
const LIBRARY = `${sep}node_modules${sep}`;

/** Of the product's files, for the lines that a failure names; a suite finds a file loaded before it. */
const sourceMaps = new Map();

/** A file may be loaded late, by a function that needs it: the suite that runs then translates it. */
let running;
Module._extensions['.ts'] = (module, path) => module._compile(running.transformCache.transform(path), path);

/**
 * Loads the product and its libraries once a worker instead of once a suite (docs/adr/0035). They keep no state between two platforms,
 * which the suites that run several at once show. The suites themselves, and what supports them, are loaded by jest.
 */
module.exports = class KeptModules extends Runtime {
  constructor(...all) {
    super(...all);
    this.transformCache.sourceMaps = sourceMaps;
    running = this;
  }

  requireModuleOrMock(from, name) {
    const path = this.keptPath(from, name);
    return path ? require(path) : super.requireModuleOrMock(from, name);
  }

  keptPath(from, name) {
    if (name.startsWith('node:') || name === '@jest/globals') return null;
    try {
      const path = this._resolution.resolveCjs(from, name);
      return path.includes(LIBRARY) || KEPT.some((room) => path.startsWith(room)) ? path : null;
    } catch {
      return null; // jest says better what is missing
    }
  }
};
