/** One project per kind of test: `npm test` runs all but `foreign` and `browser`, which need programs from Debian. */
const shared = {
  rootDir: __dirname,
  testEnvironment: '<rootDir>/test/support/jest/one-realm.cjs',
  runtime: '<rootDir>/test/support/jest/kept-modules.cjs',
  // as the web app names them: its words are made of the domain's
  moduleNameMapper: { '^@(domain|kernel)/(.*)$': '<rootDir>/src/$1/$2', '^@/(.*)$': '<rootDir>/web/src/$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/'], // the build copies package.json
  moduleFileExtensions: ['ts', 'js', 'json'],
  transform: {
    '^.+\\.(t|j|mj)s$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2022',
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  // jose, ulid and aedes ship ES modules only; jest runs CommonJS.
  transformIgnorePatterns: ['/node_modules/(?!(jose|ulid|aedes)/)', '/dist/'],
};

const project = (displayName, extra = {}) => ({
  ...shared,
  displayName,
  testMatch: [`<rootDir>/test/${displayName}/**/*.spec.ts`],
  ...extra,
});

const withDatabase = {
  globalSetup: '<rootDir>/test/support/start-postgres.ts',
  globalTeardown: '<rootDir>/test/support/stop-postgres.ts',
};

module.exports = {
  // One more than a small machine has cores: a suite often waits, for a clock, a chip or a page.
  maxWorkers: 3,
  testSequencer: '<rootDir>/test/support/longest-first.cjs',
  testTimeout: 30_000,
  projects: [
    project('domain'),
    project('architecture'),
    project('integration', withDatabase),
    project('e2e', withDatabase),
    project('property', withDatabase),
    project('foreign', withDatabase),
    project('browser', withDatabase),
  ],
};
