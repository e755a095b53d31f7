export interface GiftQuestion {
  readonly category: string;
  readonly title: string;
  readonly html: string;
  /** What stands between the braces, line by line. */
  readonly lines: readonly string[];
  /** Texts of options, which are HTML, without their feedback. */
  readonly options: readonly string[];
  /** Words that are right as they stand. */
  readonly words: readonly string[];
}

/** Reads a file of GIFT by its published rules: blank lines part questions, a stroke makes the sign behind it plain. */
export function giftQuestions(file: string): readonly GiftQuestion[] {
  let category = '';
  return file
    .trim()
    .split(/\n\s*\n/)
    .flatMap((block): readonly GiftQuestion[] => {
      const line = /^\$CATEGORY: (.*)$/.exec(block);
      if (line !== null) {
        category = line[1] ?? '';
        return [];
      }
      const [, title = '', rest = ''] = /^::((?:\\.|[^:\\])*)::(.*)$/s.exec(block) ?? [];
      const [, html = '', inside = ''] = /^\[html\]((?:\\.|[^\\{}])*)\{((?:\\.|[^\\{}])*)\}$/s.exec(rest) ?? [];
      const lines = inside
        .trim()
        .split('\n')
        .map((one) => one.trim());
      const isOther = inside.startsWith('#') || lines.some((one) => / -> /.test(one) && !lines.some((other) => other.startsWith('~')));
      const texts = isOther ? [] : lines.filter((one) => /^[=~]/.test(one)).map((one) => plain(beforeFeedback(one.slice(1))));
      const isChoice = lines.some((one) => one.startsWith('~'));
      return [{ category, title: plain(title), html: plain(html), lines, options: isChoice ? texts : [], words: isChoice ? [] : texts }];
    });
}

function beforeFeedback(text: string): string {
  return /^((?:\\.|[^#\\])*)/s.exec(text)?.[1]?.trim() ?? '';
}

function plain(text: string): string {
  return text.replace(/\\([~=#{}:\\])/g, '$1');
}
