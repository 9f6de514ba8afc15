import litPlugin from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const nodeTest = { from: 'package', package: 'node:test', name: ['describe', 'it', 'test'] };
const unawaited = {
  selector: "ExpressionStatement > CallExpression[callee.property.name='accessible']",
  message: 'Without await it checks nothing.',
};
const unsafe = ['argument', 'assignment', 'call', 'member-access', 'return'];
const ours = ['src/**/*.ts', 'emulator/**/*.ts'];

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'storybook-static/',
      'test-results/',
      'coverage/',
      '**/node_modules/',
      'examples/*/.next/',
      'examples/{svelte,vue}/',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [
      tseslint.configs.recommendedTypeChecked,
      litPlugin.configs['flat/recommended'],
      wc.configs['flat/recommended'],
    ],
    plugins: { 'lit-a11y': litA11y },
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.json', 'examples/{next,react}/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      ...litA11y.configs.recommended.rules,
      'lit-a11y/no-redundant-role': 'off', // Safari forgets that an unmarked list is one
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/unbound-method': 'off', // Lit binds the listeners of a template
    },
  },
  {
    files: ours,
    rules: {
      'max-lines': ['error', { max: 150, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 30, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['src/messages/{??,??-??}.ts'], rules: { 'max-lines': 'off' } }, // a whole language is as long as it is
  {
    files: ['test/**/*.ts', 'stories/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: [nodeTest] }],
      '@typescript-eslint/no-unused-expressions': 'off', // chai's `to.be.true`
      ...Object.fromEntries(unsafe.map((what) => [`@typescript-eslint/no-unsafe-${what}`, 'off'])), // JSON, event details
    },
  },
  {
    files: ['test/{flows,client,controllers,elements}/**/*.ts', 'stories/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'off', // `to.equal()` is typed as a promise
      'no-restricted-syntax': ['error', unawaited],
    },
  },
);
