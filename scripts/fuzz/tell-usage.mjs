// Loaded before the command: writes down at its end what it took.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeFileSync(
    process.env.RECKONER_USAGE,
    JSON.stringify({ milliseconds: Math.round((userCPUTime + systemCPUTime) / 1000), bytes: maxRSS * 1024 }),
  );
});
