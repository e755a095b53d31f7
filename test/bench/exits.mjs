// One run of the queue with forced exits, oldest first: `node exits.mjs engine|by-hand|integers ROUNDS`.
// Prints processor time, number of exits, the last price and the peak memory as JSON.
import { Decimal } from 'decimal.js';
import { parseChapter } from '../../dist/chapter/index.js';
import { evaluateChapter } from '../../dist/evaluate/index.js';
import { PRECISION } from '../../dist/number/index.js';

const [way = 'engine', rounds = '10000'] = process.argv.slice(2);
const run = { engine: runByEngine, 'by-hand': runByHand, integers: runByIntegers }[way];
// A short run first, so that all are measured at full speed.
run(5_000);
const start = process.cpuUsage();
const found = run(Number(rounds));
const used = process.cpuUsage(start);
// maxRSS is in kibibytes.
const measured = { milliseconds: (used.user + used.system) / 1000, peakBytes: process.resourceUsage().maxRSS * 1024 };
console.log(JSON.stringify({ ...measured, ...found }));

function runByEngine(last) {
  const text = `
units: [point]
examples:
  queue:
    givens: { intake: 160 yuan, gift: 112 yuan, opening_price: 1 yuan/point, cap: 1200 yuan, payout_rate: 80% }
    steps: { final: "price[${last}]", out: "gone[${last}]" }
    rounds:
      each: order
      start: { pool: 0 yuan, points: 0 point, price: opening_price, gone: 0 person }
      row:
        minted: gift / before.price
        own: "if(row = 1 order, minted, minted[before.gone / (1 person) + 1])"
        worth: own * (before.pool + intake) / (before.points + minted)
        leaves: "if(worth >= cap, 1 person, 0 person)"
        pool: before.pool + intake - leaves / (1 person) * worth * payout_rate
        points: before.points + minted - leaves / (1 person) * own
        price: pool / points
        gone: before.gone + leaves
      rows: ${last}
      limit: ${last}
`;
  const parsed = parseChapter({ folder: '01-bench', sums: { name: 'bench', text }, words: new Map() });
  const evaluated = evaluateChapter(parsed.value);
  const { quantities } = evaluated.value.examples.get('queue');
  const [price, exits] = ['final', 'out'].map((name) => quantities.get(name).value);
  if (price === undefined) throw new Error([...parsed.diagnostics, ...evaluated.diagnostics].map(({ message }) => message).join('\n'));
  return { price: price.amount.toFixed(), exits: exits.amount.toNumber() };
}

/** The plainest code for the same arithmetic in the same library. */
function runByHand(last) {
  const Exact = Decimal.clone({ precision: PRECISION, rounding: Decimal.ROUND_HALF_UP });
  const [intake, gift, cap, payout] = [160, 112, 1200, '0.8'].map((value) => new Exact(value));
  let [pool, points, price, exits] = [new Exact(0), new Exact(0), new Exact(1), 0];
  const minted = [];
  for (let row = 1; row <= last; row += 1) {
    minted.push(gift.dividedBy(price));
    pool = pool.plus(intake);
    points = points.plus(minted[row - 1]);
    const own = minted[exits];
    const worth = own.times(pool).dividedBy(points);
    if (worth.greaterThanOrEqualTo(cap)) {
      pool = pool.minus(worth.times(payout));
      points = points.minus(own);
      exits += 1;
    }
    price = pool.dividedBy(points);
  }
  return { price: price.toFixed(), exits };
}

/** Another method: whole numbers with 60 decimals behind an imagined point. */
function runByIntegers(last) {
  const scale = 10n ** 60n;
  const nearest = (over, under) => (2n * over + under) / (2n * under);
  let [pool, points, price, exits] = [0n, 0n, scale, 0];
  const minted = [];
  for (let row = 1; row <= last; row += 1) {
    minted.push(nearest(112n * scale * scale, price));
    pool += 160n * scale;
    points += minted[row - 1];
    const own = minted[exits];
    const worth = nearest(own * pool, points);
    if (worth >= 1200n * scale) {
      pool -= nearest(4n * worth, 5n);
      points -= own;
      exits += 1;
    }
    price = nearest(pool * scale, points);
  }
  const digits = String(price).padStart(61, '0');
  return { price: `${digits.slice(0, -60)}.${digits.slice(-60)}`, exits };
}
