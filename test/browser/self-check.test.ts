import { describe, expect, test } from 'vitest';
import { findChromium } from './chromium.js';
import { DESK, PHONE, shippedPages } from './shipped-pages.js';

describe.skipIf(findChromium() === undefined)('the shipped chapters in the browser', () => {
  const open = shippedPages();

  // 1000 people bring 3 friends each, 100 yuan each, 0.5 % of it: 1500 yuan. Ten times that is heads counted ten times over, K10.
  test.each([
    ['en', 'Right.', 'Not yet.', 'Please write one number.', 'Right. Read as 1500 yuan.', 'Not yet. The unit asked for: yuan.'],
    ['zh', '对了。', '还不对', '请写一个数。', '对了。 读作 1500 元。', '还不对，这里问的单位是：元。'],
  ])('answers in %s are graded as they are typed, by keyboard alone', async (language, right, wrong, unreadable, read, unit) => {
    await open(`14-twenty-questions.${language}.student.html`, DESK, async (page) => {
      const exercise = page.locator('[data-exercise=twenty-questions-q8]');
      const field = exercise.getByRole('textbox');
      const said = exercise.getByRole('status').first();
      const type = async (text: string) => {
        await field.fill('');
        await field.pressSequentially(text);
        await page.keyboard.press('Enter');
      };
      await field.focus();
      await type('1500');
      expect(await said.textContent()).toBe(right);
      expect(await field.getAttribute('aria-invalid')).toBeNull();
      await type('１５００ 元');
      expect(await said.textContent()).toBe(right);
      await type('约一千五百元');
      expect((await said.textContent())?.replaceAll('\u00a0', ' ')).toBe(read);
      await type('1500 人');
      expect(await said.textContent()).toBe(unit);
      await type('1510');
      expect(await said.textContent()).toContain(wrong);
      await type('15000');
      expect((await said.textContent())?.length).toBeGreaterThan(wrong.length + 4);
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      await type('long');
      expect(await said.textContent()).toBe(unreadable);
    });
  });

  test('letters of pairs and codes of slips are graded like figures', async () => {
    await open('14-twenty-questions.en.student.html', DESK, async (page) => {
      const pairs = page.locator('[data-exercise=twenty-questions-q18]');
      const letterOf = async (partner: string) => ((await pairs.getByText(partner).textContent()) ?? '').trim().slice(0, 1);
      const [letter, other] = [await letterOf('Somebody else pays'), await letterOf('As much is paid in')];
      const first = pairs.getByRole('textbox').first();
      const grade = async (text: string) => {
        await first.fill(text);
        await page.keyboard.press('Enter');
        return pairs.getByRole('status').first().getAttribute('data-grade');
      };
      expect([await grade(other), await grade(letter.toLowerCase()), await grade('')]).toEqual(['wrong', 'right', 'empty']);
      // Line 2 of q11 divides the wrong way round (K2).
      const slip = page.locator('[data-exercise=twenty-questions-q11]');
      for (const [place, text] of [
        ['0', '2'],
        ['1', 'Ｃ'],
      ] as const)
        await slip.getByRole('textbox').nth(Number(place)).fill(text);
      await page.keyboard.press('Enter');
      expect(await slip.getByRole('status').evaluateAll((all) => all.slice(0, 2).map((one) => one.dataset.grade))).toEqual([
        'right',
        'right',
      ]);
    });
  });

  test('a tick box is ticked with the space bar and answers', async () => {
    await open('01-one-purchase.en.student.html', DESK, async (page) => {
      // 500 yuan at 2 yuan a point: 250 points
      const choice = page.locator('[data-exercise=one-purchase-pick-deposit] .choice', { hasText: /\b250\b/ });
      const box = choice.getByRole('checkbox');
      await box.focus();
      await page.keyboard.press('Space');
      expect(await box.getAttribute('aria-checked')).toBe('true');
      expect(
        await page.locator('[data-exercise=one-purchase-pick-deposit]').getByRole('status').filter({ hasText: 'Right.' }).count(),
      ).toBe(1);
    });
  });

  test('without scripts the blanks stay lines, and a teacher page has nothing to check', async () => {
    await open('07-pool-price.en.student.html', { ...DESK, javaScriptEnabled: false }, async (page) => {
      expect(await page.getByRole('textbox').count()).toBe(0);
      expect(await page.locator('.blank').count()).toBeGreaterThan(20);
    });
    await open('07-pool-price.en.teacher.html', DESK, async (page) => expect(await page.locator('#self-check').count()).toBe(0));
  });

  test('on paper nothing of the check is seen', async () => {
    await open('01-one-purchase.zh.student.html', DESK, async (page) => {
      await page.locator('[data-exercise=one-purchase-share-out]').getByRole('textbox').first().fill('7');
      await page.keyboard.press('Enter');
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.grade:visible').count()).toBe(0);
    });
  });

  // Whether they are accessible, what-if.test.ts asks with every panel open, and screens.test.ts in the dark.
  const pages = ['01-one-purchase.en.student', '01-one-purchase.zh.teacher', '07-pool-price.zh.student', '07-pool-price.en.teacher'];
  test.each(pages)('%s fits a phone', async (file) => {
    await open(`${file}.html`, PHONE, async (page) => {
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.viewport.width);
    });
  });
});
