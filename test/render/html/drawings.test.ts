import { describe, expect, test } from 'vitest';
import type { Chart, MoneyMap } from '../../../src/document/index.js';
import { drawChart } from '../../../src/render/html/chart-svg.js';
import { drawMoneyMap } from '../../../src/render/html/money-svg.js';
import { textWidth, wrapText } from '../../../src/render/html/text-width.js';

const count = (text: string, part: string) => text.split(part).length - 1;

describe('charts', () => {
  const axes: Chart = {
    x: {
      label: 'order',
      ticks: [
        { at: 0, text: '0' },
        { at: 1, text: '4' },
      ],
      grid: [0.5],
    },
    y: {
      label: 'price',
      ticks: [
        { at: 0, text: '0' },
        { at: 1, text: '2' },
      ],
      grid: [],
    },
    series: [],
  };
  const points = [
    { x: 0, y: 0 },
    { x: 1, y: 1 },
  ];

  test('empty axes have a grid, both labels and no curve', () => {
    const { content } = drawChart(axes);
    expect(content).not.toContain('class="curve"');
    expect([count(content, 'class="axis"'), count(content, 'class="grid"'), count(content, 'class="fine"')]).toEqual([2, 4, 1]);
    for (const text of ['>order<', '>price<', '>4<', '>2<']) expect(content).toContain(text);
  });

  test('a curve runs from corner to corner of the plot, upwards', () => {
    const drawing = drawChart({ ...axes, series: [{ label: 'a', dash: 'solid', marker: 'none', points }] });
    const [, from = '', to = ''] = /points="(\S+) (\S+)"/.exec(drawing.content) ?? [];
    const [left, bottom] = from.split(',').map(Number);
    const [right, top] = to.split(',').map(Number);
    const axis = /class="axis" x1="([\d.]+)" y1="([\d.]+)" x2="([\d.]+)"/.exec(drawing.content)?.slice(1).map(Number);
    expect(axis).toEqual([left, bottom, right]);
    expect((bottom ?? 0) - (top ?? 0)).toBe(270);
  });

  test('curves differ without colour: by dash and marker, in the plot and in the legend', () => {
    const series = (['solid', 'dashed', 'dotted'] as const).map((dash, index) => {
      const marker = (['circle', 'square', 'triangle'] as const)[index] ?? ('none' as const);
      return { label: dash, dash, marker, points };
    });
    const { content } = drawChart({ ...axes, series });
    expect(new Set([...content.matchAll(/<polyline[^>]*?(stroke-dasharray="[^"]*"|>)/g)].map((match) => match[1])).size).toBe(3);
    // Two points and one key each.
    expect(['<circle class="marker"', '<rect class="marker"', '<path class="marker"'].map((shape) => count(content, shape))).toEqual([
      3, 3, 3,
    ]);
    expect(content).not.toMatch(/(fill|stroke)="/);
  });

  test('a curve of many points is marked here and there, not covered', () => {
    const many = Array.from({ length: 200 }, (_, index) => ({ x: index / 199, y: 0.5 }));
    const { content } = drawChart({ ...axes, series: [{ label: 'a', dash: 'solid', marker: 'circle', markEvery: 7, points: many }] });
    // Each seventh of 200, from the first, are 29; and the one in the legend.
    expect(count(content, '<circle class="marker"')).toBe(30);
  });
});

describe('money maps', () => {
  const parties = ['customer', 'merchant', 'pool'].map((id) => ({ id, label: id }));
  const draw = (flows: MoneyMap['flows'], among = parties) => drawMoneyMap({ parties: among, flows });

  test('a box for each party, an arrow for each payment, an empty frame where the amount is asked', () => {
    const { content } = draw([
      { from: 'customer', to: 'merchant', amount: '1000' },
      { from: 'merchant', to: 'pool', amount: '' },
    ]);
    expect(['class="party"', 'class="flow"', 'class="head"', 'class="amount empty"'].map((part) => count(content, part))).toEqual([
      3, 2, 2, 1,
    ]);
    expect(content).toContain('>1000<');
  });

  test('payments there and back, and twice, take different ways', () => {
    const { content } = draw(
      [
        { from: 'customer', to: 'merchant', amount: '1' },
        { from: 'merchant', to: 'customer', amount: '2' },
        { from: 'customer', to: 'merchant', amount: '3' },
      ],
      parties.slice(0, 2),
    );
    expect(new Set([...content.matchAll(/class="flow" d="([^"]*)"/g)].map((match) => match[1])).size).toBe(3);
  });

  test('everything lies inside the drawing', () => {
    for (let size = 2; size <= 7; size += 1) {
      const among = Array.from({ length: size }, (_, index) => ({ id: `p${index}`, label: `party ${index}` }));
      const flows = among.flatMap((from) =>
        among.filter((to) => to !== from).map((to) => ({ from: from.id, to: to.id, amount: '12 345' })),
      );
      const { content, width, height } = draw(flows, among);
      const shift = Number(/translate\(0 (-?[\d.]+)\)/.exec(content)?.[1]);
      const rectangles = [
        ...content.matchAll(/<rect class="(?:party|amount)" x="(-?[\d.]+)" y="(-?[\d.]+)" width="([\d.]+)" height="([\d.]+)"/g),
      ];
      expect(rectangles).toHaveLength(size * size); // parties and n(n − 1) payments
      for (const [, x, y, w, h] of rectangles) {
        expect(Number(x)).toBeGreaterThanOrEqual(0);
        expect(Number(x) + Number(w)).toBeLessThanOrEqual(width);
        expect(Number(y) + shift).toBeGreaterThanOrEqual(0);
        expect(Number(y) + Number(h) + shift).toBeLessThanOrEqual(height);
      }
    }
  });

  test('a payment to nobody is our own mistake', () => {
    expect(() => draw([{ from: 'customer', to: 'nobody', amount: '1' }])).toThrow(/from customer to nobody/);
  });
});

test('labels wrap at spaces and between Han characters, closing marks never first', () => {
  expect(textWidth('积分ab')).toBeCloseTo(3.2);
  expect(wrapText('the mall that sells', 6)).toEqual(['the mall', 'that sells']);
  expect(wrapText('买卖积分的人', 4)).toEqual(['买卖积分', '的人']);
  expect(wrapText('买卖积分，的人', 4)).toEqual(['买卖积', '分，的人']);
});
