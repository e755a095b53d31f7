export { checkVariants } from './check.js';
export { type Combinations, combinations, type Variant, type VariantFigure, variantChanges } from './combinations.js';
export { type VariantGroup, variantGroups } from './groups.js';
export { tieDistance, type VariantScope } from './judge.js';
export { type DrawnVariant, type StudentNumber, studentNumber, type VariantSpace, variantSpace } from './space.js';
export { type AnswerSpread, answerSpreads } from './stress.js';
export { isUneven } from './telling.js';
