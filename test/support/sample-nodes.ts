import type { Block, Chart, Inline, MathNode } from '../../src/document/index.js';

/** The language and edition that a part of the sample is written in. */
export interface Page {
  readonly say: (en: string, zh: string) => string;
  readonly teacher: boolean;
}

export const text = (value: string): Inline => ({ kind: 'text', text: value });
export const strong = (value: string): Inline => ({ kind: 'strong', children: [text(value)] });
export const paragraph = (...inlines: Inline[]): Block => ({ kind: 'paragraph', inlines });
export const name = (value: string): MathNode => ({ kind: 'text', text: value });
export const number = (value: string): MathNode => ({ kind: 'number', text: value });
export const operator = (value: string): MathNode => ({ kind: 'operator', text: value });
export const unit = (value: string): MathNode => ({ kind: 'unit', text: value });
export const row = (...children: MathNode[]): MathNode => ({ kind: 'row', children });

export function blank(width: 'short' | 'medium' | 'long', alt: string, answer?: string): Inline {
  return { kind: 'blank', width, alt, ...(answer === undefined ? {} : { answer }) };
}

export function chart(say: Page['say'], filled: boolean): Chart {
  const ticks = (values: readonly string[]) => values.map((value, index) => ({ at: index / (values.length - 1), text: value }));
  const grid = [0.125, 0.375, 0.625, 0.875];
  return {
    x: { label: say('order', '单'), ticks: ticks(['0', '1', '2', '3', '4']), grid },
    y: { label: say('price of one point (yuan/point)', '每个积分的价格（元/个）'), ticks: ticks(['0', '1', '2']), grid },
    series: filled
      ? [
          {
            label: say('exact', '精确'),
            dash: 'solid',
            marker: 'circle',
            points: [0.5, 0.714, 0.84, 0.934, 1].map((y, index) => ({ x: index / 4, y })),
          },
          {
            label: say('rounded as printed', '按印出的数四舍五入'),
            dash: 'dashed',
            marker: 'square',
            points: [0.5, 0.715, 0.84, 0.935].map((y, index) => ({ x: index / 4, y })),
          },
          { label: say('no change', '不变'), dash: 'dotted', marker: 'triangle', points: [0.5, 0.5].map((y, x) => ({ x, y })) },
          { label: say('limit', '上限'), dash: 'solid', marker: 'none', points: [0.95, 0.95].map((y, x) => ({ x, y })) },
        ]
      : [],
  };
}

export function simpleTable(head: readonly string[], rows: readonly (readonly string[])[]): Block {
  return {
    kind: 'table',
    table: {
      caption: [],
      columns: head.map(() => ({ align: 'start' as const, width: 1 })),
      head: head.map((cell) => [text(cell)]),
      rows: rows.map((cells) => cells.map((cell) => [text(cell)])),
      rowHeads: false,
    },
  };
}
