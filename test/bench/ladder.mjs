// One run of the price ladder: `node ladder.mjs engine|by-hand ROUNDS`. Prints the time, the last price and the peak memory as JSON.
import { Decimal } from 'decimal.js';
import { parseChapter } from '../../dist/chapter/index.js';
import { evaluateChapter } from '../../dist/evaluate/index.js';
import { PRECISION } from '../../dist/number/index.js';

const [way = 'engine', rounds = '10000'] = process.argv.slice(2);
const run = { engine: runByEngine, 'by-hand': runByHand }[way];
// A short run first, so that both are measured at full speed.
run(20_000);
const start = performance.now();
const price = run(Number(rounds));
const milliseconds = performance.now() - start;
// maxRSS is in kibibytes.
console.log(JSON.stringify({ milliseconds, price, peakBytes: process.resourceUsage().maxRSS * 1024 }));

function runByEngine(last) {
  const text = `
units: [point]
examples:
  ladder:
    givens: { intake: 160 yuan, gift: 112 yuan, opening_price: 1 yuan/point }
    steps: { final: "price[${last}]" }
    rounds:
      each: order
      start: { pool: 0 yuan, points: 0 point, price: opening_price }
      row: { minted: gift / before.price, pool: before.pool + intake, points: before.points + minted, price: pool / points }
      rows: ${last}
      limit: ${last}
`;
  const parsed = parseChapter({ folder: '01-bench', sums: { name: 'bench', text }, words: new Map() });
  const evaluated = evaluateChapter(parsed.value);
  const found = evaluated.value.examples.get('ladder').quantities.get('final').value;
  if (found === undefined) throw new Error([...parsed.diagnostics, ...evaluated.diagnostics].map(({ message }) => message).join('\n'));
  return found.amount.toFixed();
}

function runByHand(last) {
  const Exact = Decimal.clone({ precision: PRECISION, rounding: Decimal.ROUND_HALF_UP });
  const [intake, gift] = [new Exact(160), new Exact(112)];
  let [pool, points, price] = [new Exact(0), new Exact(0), new Exact(1)];
  for (let row = 1; row <= last; row += 1) {
    const minted = gift.dividedBy(price);
    pool = pool.plus(intake);
    points = points.plus(minted);
    price = pool.dividedBy(points);
  }
  return price.toFixed();
}
