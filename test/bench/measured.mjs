/** Does work for so many: the milliseconds that all of it took, and the processor time of all threads for each. */
export async function measured(count, work) {
  const start = performance.now();
  const before = process.cpuUsage();
  await work();
  const milliseconds = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { milliseconds, cpuMilliseconds: (user + system) / 1000 / count, perSecond: (1000 * count) / milliseconds };
}
