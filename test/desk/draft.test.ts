import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changed, headingOf, readDraft } from '../../src/desk/sheet/draft.js';

const draft = (exercises: readonly string[]) => ({ ...readDraft(null), exercises });

describe('a sheet that is put together', () => {
  it('holds each exercise once, in the order in which it was ticked', () => {
    const ticks = ['a.x', 'b.y', 'a.x', 'c.z', 'a.x'];
    const made = ticks.reduce((before, exercise) => changed(before, { kind: 'toggle', exercise }), draft([]));
    expect(made.exercises).toEqual(['b.y', 'c.z', 'a.x']);
  });

  it('moves an exercise by one place and loses none, and back again', () => {
    const list = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(list, fc.nat(), fc.constantFrom<1 | -1>(1, -1), (exercises, at, by) => {
        const exercise = exercises[at % exercises.length] ?? '';
        const moved = changed(draft(exercises), { kind: 'move', exercise, by });
        expect([...moved.exercises].sort()).toEqual([...exercises].sort());
        const place = exercises.indexOf(exercise) + by;
        if (place < 0 || place >= exercises.length) expect(moved.exercises).toEqual(exercises);
        else {
          expect(moved.exercises.indexOf(exercise)).toBe(place);
          expect(changed(moved, { kind: 'move', exercise, by: by === 1 ? -1 : 1 }).exercises).toEqual(exercises);
        }
      }),
    );
  });

  it('comes back from what was kept, and from nonsense as an empty one', () => {
    const begun = { ...draft(['a.x']), title: '题', size: 'large' as const };
    expect(readDraft(JSON.stringify(begun))).toEqual(begun);
    for (const kept of [null, '', '{', '[]', 'null', '{"exercises":{"length":3}}', '{"title":{"toString":1}}'])
      expect(readDraft(kept).exercises, String(kept)).toEqual([]);
    expect(readDraft(JSON.stringify({ exercises: ['a.x', 3, 'a.x'], size: 'huge', title: 'x'.repeat(900) }))).toMatchObject({
      exercises: ['a.x'],
      size: 'standard',
      title: 'x'.repeat(120),
    });
  });

  it('has the school before its title', () => {
    expect(headingOf({ ...draft([]), school: ' 第三中学 ', title: '两道题', language: 'zh' })).toBe('第三中学　两道题');
    expect(headingOf({ ...draft([]), school: '', title: 'Two sums', language: 'en' })).toBe('Two sums');
    expect(headingOf({ ...draft([]), school: 'Hill School', title: 'Two sums', language: 'en' })).toBe('Hill School · Two sums');
  });
});
