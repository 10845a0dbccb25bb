const vm = require('node:vm');
const { ModuleMocker } = require('jest-mock');
const { ModernFakeTimers } = require('@jest/fake-timers');

/** Stands for the process's own realm: what is compiled for it is compiled here. */
const HERE = vm.createContext({});
const compileFunction = vm.compileFunction;
vm.compileFunction = (source, parameters, options) =>
  compileFunction(
    source,
    parameters,
    options?.parsingContext === HERE ? { ...options, parsingContext: undefined } : options,
  );

/** What jest hangs on the realm for one suite, and would find again in the next: who listens to its tests, how long they may take, the tests. */
const OF_ONE_SUITE = new Set(['EVENT_HANDLERS', 'TEST_TIMEOUT_SYMBOL', 'JEST_STATE_SYMBOL']);

/**
 * A suite runs in its worker's own realm, not in one made for it: an Error or a Date of the product is the one the suite knows, so the
 * product need not be loaded anew for each suite (`kept-modules.cjs`).
 */
module.exports = class OneRealm {
  constructor({ projectConfig }) {
    this.global = globalThis;
    this.before = { exit: process.exit, console: globalThis.console };
    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimers = null;
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
  }

  async setup() {}

  async teardown() {
    this.fakeTimersModern.dispose();
    process.exit = this.before.exit;
    globalThis.console = this.before.console;
    for (const symbol of Object.getOwnPropertySymbols(globalThis))
      if (OF_ONE_SUITE.has(symbol.description)) delete globalThis[symbol];
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return HERE;
  }
};
