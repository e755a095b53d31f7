// Spreadsheets and documents through LibreOffice, which is installed where apt can do it; without it the tests are skipped and say so.
import { spawnSync } from 'node:child_process';
import { runTool } from './tools.mjs';

const PACKAGES = ['libreoffice-calc', 'libreoffice-writer', 'libreoffice-math'];

const runs = (command, ...words) => spawnSync(command, words, { stdio: 'ignore' }).status === 0;
const isThere = () => ['soffice', 'libreoffice'].some((command) => runs(command, '--version'));

if (!isThere() && runs('apt-get', '--version')) {
  process.env.DEBIAN_FRONTEND = 'noninteractive';
  console.log(`installing ${PACKAGES.join(', ')} ...`);
  runs('apt-get', 'update', '-qq');
  runs('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...PACKAGES);
}
if (!isThere()) {
  console.log(
    'skipped: LibreOffice (soffice) is not here, and apt-get could not install it. Install it and run `npm run test:office` again.',
  );
  process.exit(0);
}
process.exit(runTool('vitest', ['run', '--config', 'vitest.office.config.ts', ...process.argv.slice(2)]));
