import { solveSlopes } from './solveSlopes';

const start = performance.now();
await solveSlopes(process.argv[2] ?? '/usr/share/mricron/templates', Number(process.argv[3] ?? 2), (text) =>
  console.log(((performance.now() - start) / 1000).toFixed(0), text),
);
