/** A place where something is typed, or tick boxes of which the right ones are to be ticked. */
export interface PagePart {
  /** Letters, digits, points and hyphens. */
  readonly id: string;
  readonly kind: 'fill-in' | 'choice';
  text(): string;
  restore(text: string): void;
  grade(): 'right' | 'wrong' | 'empty' | 'ungraded';
}

/**
 * What the page grades, from top to bottom, and after that what is only written. The page's own script has made fields of the blanks, and
 * says beside each how it was graded.
 */
export function pageParts(page: ParentNode): readonly PagePart[] {
  return [...gradedParts(page), ...writtenParts(page)];
}

function writtenParts(page: ParentNode): readonly PagePart[] {
  const fields = page.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input.field.blank:not([data-answer]), textarea.field');
  return [...fields].map((field, index) => typedPart(`written.${index + 1}`, field));
}

function gradedParts(page: ParentNode): readonly PagePart[] {
  return [...page.querySelectorAll<HTMLElement>('[data-exercise]')].flatMap((exercise) => {
    const name = exercise.dataset.exercise ?? '';
    const groups = new Map<Element, HTMLElement[]>();
    const parts: PagePart[] = [];
    for (const field of exercise.querySelectorAll<HTMLElement>('.response input[data-answer], .response [data-right]')) {
      if (field instanceof HTMLInputElement) {
        parts.push(typedPart(plainId(`${name}.${field.dataset.answer}`), field));
        continue;
      }
      const group = field.closest('tr') ?? field.closest('.response') ?? exercise;
      const boxes = groups.get(group);
      if (boxes !== undefined) {
        boxes.push(field);
        continue;
      }
      const own = [field];
      groups.set(group, own);
      parts.push(tickedPart(plainId(`${name}.ticks.${groups.size}`), own));
    }
    return parts;
  });
}

function plainId(text: string): string {
  return text.replace(/[^A-Za-z0-9.-]/g, '-');
}

function typedPart(id: string, field: HTMLInputElement | HTMLTextAreaElement): PagePart {
  return {
    id,
    kind: 'fill-in',
    text: () => field.value,
    restore: (text) => {
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    grade: () => {
      if (field.dataset.answer === undefined) return 'ungraded';
      const said = field.nextElementSibling;
      const grade = said instanceof HTMLElement ? said.dataset.grade : undefined;
      if (grade === undefined || grade === 'empty') return 'empty';
      return grade === 'right' ? 'right' : 'wrong';
    },
  };
}

/** Ticks are written as letters, `a,c`: the boxes that are ticked. */
function tickedPart(id: string, boxes: readonly HTMLElement[]): PagePart {
  const isTicked = (box: HTMLElement) => box.getAttribute('aria-checked') === 'true';
  const letter = (index: number) => String.fromCharCode('a'.charCodeAt(0) + index);
  const text = () => boxes.flatMap((box, index) => (isTicked(box) ? [letter(index)] : [])).join(',');
  return {
    id,
    kind: 'choice',
    text,
    restore: (wanted) => {
      const letters = wanted.split(',');
      for (const [index, box] of boxes.entries()) if (isTicked(box) !== letters.includes(letter(index))) box.click();
    },
    grade: () => {
      if (text() === '') return 'empty';
      return boxes.every((box) => isTicked(box) === (box.dataset.right === 'true')) ? 'right' : 'wrong';
    },
  };
}
