// Makes the pictures of README.md from real pages. Needs `pdftoppm` (poppler).
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT, runTool } from './tools.mjs';

const PICTURES = [
  { name: 'student-en', file: '07-pool-price.en.student.a4.pdf', page: 1 },
  { name: 'student-zh', file: '01-one-purchase.zh.student.a4.pdf', page: 1 },
  { name: 'exercises-en', file: '01-one-purchase.en.student.a4.pdf', page: 5 },
  { name: 'teacher-zh', file: '07-pool-price.zh.teacher.a4.pdf', page: 6 },
];

const folder = mkdtempSync(path.join(tmpdir(), 'reckoner-'));
const pictures = path.join(ROOT, 'docs', 'pictures');
try {
  const status = runTool('reckoner', ['build', 'one-purchase', 'pool-price', '--format', 'pdf', '--paper', 'a4', '--out', folder]);
  if (status !== 0) process.exit(status);
  mkdirSync(pictures, { recursive: true });
  for (const { name, file, page } of PICTURES) drawPage(path.join(folder, file), page, path.join(pictures, name));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function drawPage(file, page, target) {
  const words = ['-png', '-gray', '-r', '72', '-f', String(page), '-l', String(page), '-singlefile', file, target];
  const { status, error } = spawnSync('pdftoppm', words, { stdio: 'inherit' });
  if (error?.code === 'ENOENT') {
    console.error('pdftoppm is not installed; the pictures stay as they are.');
    process.exit(1);
  }
  if (status !== 0) process.exit(status ?? 1);
  console.log(`${path.relative(ROOT, target)}.png`);
}
