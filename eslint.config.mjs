import js from '@eslint/js';
import vue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';

/** Time and chance come in as arguments; each has one file that makes it. */
const NO_CLOCK = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Time comes in as an argument (platform/time/clock.ts).',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time comes in as an argument (platform/time/clock.ts).',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Chance comes in as an argument, or from node:crypto.',
  },
];

const SIZE = {
  'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
  complexity: ['error', 15],
  'max-params': ['error', 9],
};

const NO_REPOSITORY = {
  name: '@nestjs/typeorm',
  importNames: ['InjectRepository'],
  message: 'Rows are reached through the stores of their feature, inside a transaction with a scope.',
};
const NO_WAY_PAST_TX = {
  name: 'typeorm',
  importNames: ['Repository', 'EntityManager', 'DataSource'],
  message: 'Past `UnitOfWork` there is no scope and no transaction: ask `tx.rows(Row)` or raw SQL of `tx`.',
};

export default tseslint.config(
  { ignores: ['web/vite.config.mts', 'dist/', 'web/dist/', 'coverage/', '**/*.d.ts', '.data*/'] },
  js.configs.recommended,
  {
    files: ['src/**/*.ts', 'migrations/**/*.ts', 'seeds/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { disallowTypeAnnotations: false, fixStyle: 'inline-type-imports' },
      ],
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/platform/time/clock.ts', 'src/simulator/**', 'src/conformance/**', 'src/commands/**'],
    rules: {
      ...SIZE,
      'no-restricted-syntax': ['error', ...NO_CLOCK],
      'no-restricted-imports': ['error', { paths: [NO_REPOSITORY, NO_WAY_PAST_TX] }],
    },
  },
  {
    // The connections themselves, and partitions, which only the owner of the tables may make.
    files: [
      'src/platform/database/**/*.ts',
      'src/platform/platform.module.ts',
      'src/modules/telemetry/day-partitions.ts',
    ],
    rules: { 'no-restricted-imports': ['error', { paths: [NO_REPOSITORY] }] },
  },
  {
    // What supertest and JSON.parse give is `any`: a test says what it expects by comparing.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
    },
  },
  {
    files: ['web/src/**/*.{ts,vue}', 'web/test/**/*.ts', 'web/vitest.config.mts'],
    extends: [...tseslint.configs.recommended, ...vue.configs['flat/recommended']],
    languageOptions: {
      parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.vue'], sourceType: 'module' },
    },
    rules: {
      'no-undef': 'off', // TypeScript knows the browser's names
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/attributes-order': 'off',
    },
  },
  {
    files: ['web/src/**/*.{ts,vue}'],
    ignores: ['web/src/api/platform-clock.ts', 'web/src/api/authorized-fetch.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...NO_CLOCK.slice(0, 2).map((rule) => ({ ...rule, message: 'A device may be wrong: api/platform-clock.ts.' })),
      ],
    },
  },
  {
    files: ['**/*.cjs', '**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        require: 'readonly',
        module: 'writable',
        __dirname: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
      },
    },
  },
);
