// Says what failed and why, and ends with the counts: `browser: N passed, N failed, N skipped`.

export default async function* reporter(source) {
  const path = [];
  let [passed, failed, skipped] = [0, 0, 0];
  let before = 0;
  for await (const { type, data } of source) {
    if (type === 'test:start') {
      path.length = data.nesting;
      path[data.nesting] = data.name;
    }
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    // A test is reported after those within it; only the innermost count.
    const isLeaf = before <= data.nesting;
    before = data.nesting;
    const cause = data.details?.error?.cause;
    if (type === 'test:pass') {
      if (data.skip !== undefined || data.todo !== undefined) skipped += 1;
      else if (isLeaf) passed += 1;
    } else if (data.details?.error?.failureType !== 'subtestsFailed') {
      failed += 1;
      const where = [...path.slice(0, data.nesting), data.name].join(' › ');
      const why = cause instanceof Error || cause?.message ? cause.message : String(cause ?? data.details?.error?.message);
      yield `  not ok  ${where}\n${why.trimEnd().replace(/^/gm, '          ')}\n`;
    }
  }
  yield `browser: ${passed} passed, ${failed} failed, ${skipped} skipped\n`;
}
