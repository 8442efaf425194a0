import type { TestModule } from 'vitest/node';
import { startVitest } from 'vitest/node';

/**
 * `npm test`: every suite, and one last line for people and machines: `N passed, N failed`. A file that could not be loaded, a suite whose
 * preparation failed and an error outside any test count as failed: what did not run has not passed. Arguments are filters, as vitest takes them.
 */
const vitest = await startVitest('test', process.argv.slice(2), { watch: false, run: true });
const modules = vitest.state.getTestModules();
const counts = modules.reduce(count, { passed: 0, failed: vitest.state.getUnhandledErrors().length, skipped: 0 });
await vitest.close();

const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`);
const nothingRan = counts.passed + counts.failed === 0;
process.exit(counts.failed > 0 || nothingRan ? 1 : 0);

type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };

function count(sum: Counts, module: TestModule): Counts {
  const states = [...module.children.allTests()].map((test) => test.result().state);
  const of = (state: string): number => states.filter((one) => one === state).length;
  const failedTests = of('failed') + of('pending');
  const brokenOutsideTests = !module.ok() && failedTests === 0 ? 1 : 0;
  return {
    passed: sum.passed + of('passed'),
    failed: sum.failed + failedTests + brokenOutsideTests,
    skipped: sum.skipped + of('skipped'),
  };
}
