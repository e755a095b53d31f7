// Sets the same handouts with XeLaTeX, in two jobs at once, and splits them into files; prints handouts a second as JSON, or `null` where
// `xelatex` or `qpdf` is not installed. Words: number of handouts.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readPageInputs } from '../../dist/cli/files/read-workbook.js';
import { handout } from './handout.mjs';

const JOBS = 2;
/** Pages of a handout, as its content takes them in TeX. */
const PAGES = 4;
const count = Number(process.argv[2]);
const isThere = (command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
console.log(JSON.stringify(['xelatex', 'qpdf'].every(isThere) ? await setAll() : null));

async function setAll() {
  const folder = mkdtempSync(path.join(tmpdir(), 'reckoner-tex-'));
  try {
    const jobs = Array.from({ length: JOBS }, (_, job) => {
      const students = Array.from({ length: count / JOBS }, (_, index) => job * (count / JOBS) + index);
      writeFileSync(path.join(folder, `job${job}.tex`), `${preamble()}${students.map(handoutTex).join('')}\\end{document}\n`);
      return `job${job}`;
    });
    const start = performance.now();
    await Promise.all(
      jobs.map(async (job) => {
        await run('xelatex', ['-interaction=batchmode', `${job}.tex`], folder);
        await run('qpdf', [`--split-pages=${PAGES}`, `${job}.pdf`, `${job}-%d.pdf`], folder);
      }),
    );
    return { perSecond: (1000 * count) / (performance.now() - start) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(command, words, cwd) {
  return new Promise((finish, fail) => {
    const child = spawn(command, words, { cwd, stdio: 'ignore' });
    child.on('exit', (status) => (status === 0 ? finish() : fail(new Error(`${command} ended with ${status}`))));
  });
}

function preamble() {
  const font = (weight) => readPageInputs().fontPaths.find((file) => file.includes(weight)) ?? '';
  const [regular, bold] = [font('400Regular'), font('700Bold')];
  return `\\documentclass[a4paper]{article}
\\usepackage{xeCJK}
\\usepackage{geometry}\\geometry{a4paper,margin=20mm,top=18mm,bottom=18mm}\\usepackage{amsmath,array}
\\setCJKmainfont{${path.basename(regular)}}[Path=${path.dirname(regular)}/,BoldFont=${path.relative(path.dirname(regular), bold)}]
\\setlength{\\parindent}{0pt}\\pagestyle{plain}
\\newcommand{\\work}{\\par\\vskip7.5mm\\hrule\\vskip7.5mm\\hrule\\vskip7.5mm\\hrule\\vskip7.5mm\\hrule\\vskip2mm}
\\renewcommand{\\arraystretch}{1.2}
\\begin{document}
`;
}

/** The page counter begins anew, as the pages of each student do. */
function handoutTex(student) {
  const { chapters, handout: mark } = handout(student);
  const blocks = chapters.flatMap(({ title, blocks: own }) => [`{\\Large\\bfseries ${title}\\par}\n`, ...own.map(blockTex)]);
  return `\\setcounter{page}{1}\\hbox to \\textwidth{\\small ${mark.student}\\hfil 班级\\hfil 日期}\\hrule\\vskip2mm\n${blocks.join('')}\\clearpage\n`;
}

function blockTex(block) {
  switch (block.kind) {
    case 'paragraph':
      return `${textOf(block.inlines)}\\par\n`;
    case 'formula': {
      const [{ over, under }] = block.math.children;
      return `\\[\\frac{${over.text}}{${under.text}}=\\framebox[20mm]{\\strut}\\]\n`;
    }
    case 'table': {
      const rows = [block.table.head, ...block.table.rows].map((row) => `${row.map(textOf).join('&')}\\\\\\hline\n`);
      return `\\begin{tabular}{|${'r|'.repeat(block.table.head.length)}}\\hline\n${rows.join('')}\\end{tabular}\\par\n`;
    }
    case 'lines':
      return '\\work\n';
    default: {
      const { number, kindWord, levelWord, marks, prompt, response } = block.exercise;
      return `\\vskip2mm{\\large\\bfseries ${number} ${kindWord} ${levelWord} ${marks}\\par}\\vskip1mm\n${[...prompt, ...response].map(blockTex).join('')}`;
    }
  }
}

function textOf(inlines) {
  return inlines.map(({ text }) => text).join('');
}
