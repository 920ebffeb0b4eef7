module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  testRules: {
    // supertest's expect asserts as well
    'jest/expect-expect': [
      'warn',
      { assertFunctionNames: ['expect', '**.expect'] },
    ],
  },
});
