// Spreadsheets and documents through LibreOffice, which is installed where apt can do it; without it the tests are skipped and say so.
import { spawnSync } from 'node:child_process';
import { checkWordFiles, hasWordFonts } from './office/docx.mjs';
import { runTool } from './tools.mjs';

const PACKAGES = [
  'libreoffice-calc',
  'libreoffice-writer',
  'libreoffice-math',
  'pandoc',
  'poppler-utils',
  'fonts-noto-cjk',
  'fonts-liberation',
];

const runs = (command, ...words) => spawnSync(command, words, { stdio: 'ignore' }).status === 0;
const isThere = () => ['soffice', 'libreoffice'].some((command) => runs(command, '--version'));
const isComplete = () => isThere() && runs('pandoc', '--version') && runs('pdftotext', '-v') && hasWordFonts();

if (!isComplete() && runs('apt-get', '--version')) {
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
const spreadsheets = runTool('vitest', ['run', '--config', 'vitest.office.config.ts', ...process.argv.slice(2)]);
const problems = checkWordFiles();
for (const problem of problems) console.error(problem);
process.exit(problems.length === 0 ? spreadsheets : 1);
