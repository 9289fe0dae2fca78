// The rules for the page's script and its tests: `eslint -c` this file, from the root of the repository.
const browser = [
  ...['document', 'window', 'location', 'history', 'vis', 'matchMedia', 'getComputedStyle', 'navigator'],
  ...[
    'requestAnimationFrame',
    'cancelAnimationFrame',
    'setTimeout',
    'clearTimeout',
    'console',
    'atob',
    'btoa',
  ],
  ...['Blob', 'Response', 'DecompressionStream', 'CompressionStream', 'TextEncoder', 'URL', 'ResizeObserver'],
  ...['Image', 'XMLSerializer', 'IntersectionObserver', 'performance', 'innerWidth', 'innerHeight', 'print'],
];

export default [
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      ecmaVersion: 2024,
      sourceType: 'module',
      globals: Object.fromEntries(browser.map((name) => [name, 'readonly'])),
    },
    linterOptions: { reportUnusedDisableDirectives: true },
    rules: {
      'no-undef': 'error',
      'no-unused-vars': 'error',
      'no-shadow': 'error',
      'prefer-const': 'error',
      'no-var': 'error',
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Text must never become markup.' },
        { property: 'outerHTML', message: 'Text must never become markup.' },
        { property: 'insertAdjacentHTML', message: 'Text must never become markup.' },
      ],
      complexity: ['error', 10],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
    },
  },
];
