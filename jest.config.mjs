/** @type {import('jest').Config} */
export default {
  rootDir: import.meta.dirname,
  globalSetup: '<rootDir>/test/build.mjs',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: {
    '\\.m?[jt]s$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  // These packages ship ES modules only; Jest runs CommonJS.
  transformIgnorePatterns: ['/node_modules/(?!(mingo|croner|bson)/)'],
  testTimeout: 30_000,
  // A core for each: most of a test is waiting for a browser or a function.
  maxWorkers: '100%',
}
