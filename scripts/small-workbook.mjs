// A small workbook in which figures vary, and a class list for it: what the scripts make class sets of.

const SUMS = `units: [point, percent]
examples:
  errand:
    givens: { spend: 1000 yuan, rate: 20%, price: 4 yuan/point }
    steps:
      take: spend * rate
      third: take / 3
      points: take / price
      share: rate * 100 percent
    vary:
      spend: 100 .. 4000 step 100 yuan
      rate: [10%, 15%, 20%, 30%]
exercises:
  take: { compute: [errand.take, errand.third, errand.points], places: 2, marks: 3, level: basic, misconceptions: { K9: errand.spend / 3 } }
  share: { compute: errand.share, places: 1, marks: 1, level: basic }
  say: { explain: true, marks: 2, level: basic }
`;
const WORDS = `---
title: Shares of a sale
goal: You work out a share.
minutes: 45
periods: 1
objectives: [Work out a share]
competences: [Shares]
materials: [Pens]
names:
  errand.spend: amount spent
  errand.rate: rate
  errand.price: price of a point
  errand.take: part taken
  errand.third: third of the part
  errand.points: points for the part
  errand.share: share in percent
units:
  point: [point, points]
  percent: ['%', '%']
---

::: exercise take
A customer spends {{errand.spend}}; {{errand.rate}} are taken, at {{errand.price}}. How much is that?
:::

::: exercise share
A customer spends {{errand.spend}}; {{errand.rate}} are taken. What share is that?
:::

::: exercise say
Who pays?
:::

::: rubric say
- the customer (2)
:::
`;
export const WORKBOOK = {
  'chapters/workbook.yaml': 'title: { en: A workbook }\nchapters: [01-shares]\nlicence: CC BY-SA 4.0\npaper: a4\nversion: "1"\n',
  'chapters/01-shares/sums.yaml': SUMS,
  'chapters/01-shares/en.md': WORDS,
};
export const ROSTER = 'id,name,group\n01,Ann,7A\n02,Ben,7A\n03,王小明,7B\n';
