/** Phrases of the sheet on which the marks of a class stand, with their slots. */
export const CLASS_PHRASES = {
  'class-marks': [],
  'class-sum': [],
  'class-marks-of': ['label', 'marks'],
  'class-by-hand': [],
  'class-not-handed-in': [],
  'class-figures': [],
  'class-solved': [],
  'class-right': [],
  'class-follow-on': [],
  'class-wrong': [],
  'class-empty': [],
  'class-frequent': [],
  'class-times': ['text', 'times'],
} as const satisfies Record<string, readonly string[]>;
