import { type Element, type FlatElement, flat, hasSlot, inLines, type Leaf, type PathElement, STEP_BACK } from './elements.js';
import { fittedLine } from './justify.js';
import { type Hook, type HungPath, type LineModel, type Moved, moveLine, type SlotWidth } from './lines.js';

/** In points: 0.02 mm. */
const TOLERANCE = 0.06;

/** How the lines of a file move, learned from the same file with narrower figures. Slots that move in no known way are `unknown`. */
export interface Learned {
  readonly models: readonly LineModel[];
  readonly unknown: ReadonlySet<number>;
}

/** Undefined where the two files do not hold the same texts, or something moves that stands beside no figure. */
export function learn(leaves: readonly Leaf[], narrower: readonly Leaf[], width: SlotWidth): Learned | undefined {
  const models: LineModel[] = [];
  const unknown = new Set<number>();
  const [margins, others] = [leftMargins(leaves), leftMargins(narrower)];
  // Narrower figures may let a page hold more, so that what stands below each page comes between other texts.
  for (const isArtifact of [false, true]) {
    const [own, beside] = [leaves, narrower].map((list) => list.filter((leaf) => leaf.isArtifact === isArtifact)) as [Leaf[], Leaf[]];
    if (own.length !== beside.length) return undefined;
    for (const [index, leaf] of own.entries()) {
      const other = beside[index];
      const left = (margins.get(leaf.page) ?? 0) - (others.get(other?.page ?? 0) ?? 0);
      const found = other && learnLeaf(leaf, movedLeaf(other, left), width);
      if (found === undefined) return undefined;
      models.push(...found.models);
      for (const slot of found.unknown) unknown.add(slot);
    }
  }
  return { models, unknown };
}

/** Where the text of each page begins: front and back of a sheet have other margins. */
function leftMargins(leaves: readonly Leaf[]): ReadonlyMap<number, number> {
  const margins = new Map<number, number>();
  for (const { page, elements } of leaves) {
    for (const { x } of elements) margins.set(page, Math.min(x, margins.get(page) ?? x));
  }
  return margins;
}

function movedLeaf(leaf: Leaf, by: number): Leaf {
  if (Math.abs(by) < TOLERANCE) return leaf;
  const flatMoved = <T extends FlatElement>(element: T): T => ({ ...element, x: element.x + by });
  const moved = (element: Element): Element =>
    element.kind === 'fraction'
      ? {
          ...element,
          x: element.x + by,
          over: element.over.map(flatMoved),
          under: element.under.map(flatMoved),
          bar: flatMoved(element.bar),
        }
      : flatMoved(element);
  return { ...leaf, elements: leaf.elements.map(moved), trailing: leaf.trailing.map(flatMoved) };
}

function learnLeaf(leaf: Leaf, other: Leaf, width: SlotWidth): Learned | undefined {
  const [lines, narrower] = [inLines(leaf.elements), inLines(other.elements)];
  const isSame = lines.length === narrower.length && lines.every((line, index) => isAlike(line, narrower[index] ?? []));
  if (followsText(lines) && lines.some((line) => line.some(hasSlot))) return undefined;
  const models: LineModel[] = [];
  const unknown = new Set<number>();
  for (const [index, line] of lines.entries()) {
    const isLast = index === lines.length - 1;
    const trailing = isLast ? { own: leaf.trailing, other: other.trailing } : { own: [], other: [] };
    const beside = isSame ? narrower[index] : undefined;
    if (!line.some(hasSlot)) {
      const stays = beside === undefined || standsStill(line, beside);
      // At the end of a page what follows belongs to something else.
      if (stays && (trailing.own.length !== trailing.other.length || standsStill(trailing.own, trailing.other))) continue;
      return undefined;
    }
    const model = beside === undefined ? guessed(lines, index) : observed(lines, index, beside, width);
    const hung = model && hangTrailing(model, trailing, width);
    if (model !== undefined && hung !== undefined) models.push({ ...model, hung: [...model.hung, ...hung] });
    else {
      models.push({ elements: line, isLast, align: line.map(() => 0), hung: [], isRigid: true });
      for (const slot of slotsIn(line)) unknown.add(slot);
    }
  }
  return { models, unknown };
}

/** True where lines are fitted to the longest of them, which has its natural width: with other figures all of them would move. */
function followsText(lines: readonly (readonly Element[])[]): boolean {
  const ends = lines.map((line) => ({ line, end: (line.at(-1)?.x ?? 0) + (line.at(-1)?.width ?? 0) }));
  const fitted = ends.filter(({ line }) => line.every(({ kind }) => kind === 'text') && fittedLine(line) !== undefined);
  return ends.some(({ line, end }) => fittedLine(line) === undefined && fitted.some((one) => Math.abs(one.end - end) < TOLERANCE));
}

function slotsIn(line: readonly Element[]): readonly number[] {
  return flat(line).flatMap((one) => (one.kind === 'text' ? one.slots.map(({ slot }) => slot) : []));
}

function isAlike(line: readonly Element[], other: readonly Element[]): boolean {
  const [own, others] = [flat(line), flat(other)];
  return (
    line.length === other.length &&
    own.length === others.length &&
    line.every(({ kind }, index) => kind === other[index]?.kind) &&
    own.every((one, index) => one.kind === others[index]?.kind && sameWords(one) === sameWords(others[index]))
  );
}

/** A text without what differs from student to student. */
function sameWords(element: FlatElement | undefined): string {
  return element?.kind === 'text' ? element.glyphs.map(({ text, slot }) => (slot === undefined ? text : '')).join('') : '';
}

function standsStill(line: readonly Element[], other: readonly Element[]): boolean {
  return (
    line.length === other.length &&
    line.every(
      (one, index) => Math.abs(one.x - (other[index]?.x ?? 0)) < TOLERANCE && Math.abs(one.width - (other[index]?.width ?? 0)) < TOLERANCE,
    )
  );
}

const ALIGNMENTS = [0, 1, 0.5];

function observed(
  lines: readonly (readonly Element[])[],
  index: number,
  beside: readonly Element[],
  width: SlotWidth,
): LineModel | undefined {
  const elements = lines[index] ?? [];
  const fitted = fittedLine(elements);
  const base = { elements, isLast: index === lines.length - 1, align: elements.map(() => 0), hung: [] };
  if (fitted !== undefined) {
    const model = { ...base, fitted };
    return explains(model, beside, width) ? model : undefined;
  }
  const growth = growthOf(base, width);
  // What did not become narrower does not tell.
  if (Math.abs(growth) < TOLERANCE) return lines.length === 1 ? base : guessed(lines, index);
  for (const align of ALIGNMENTS) {
    const model = { ...base, align: elements.map(() => align) };
    if (explains(model, beside, width)) return model;
  }
  return eachByItself(base, beside, width);
}

function growthOf(model: LineModel, width: SlotWidth): number {
  const last = model.elements.at(-1);
  const { moves } = moveLine(model, width);
  const moved = last && moves.get(last.kind === 'fraction' ? last.bar : last);
  return moved === undefined ? 0 : moved.shift + moved.growth;
}

function explains(model: LineModel, beside: readonly Element[], width: SlotWidth): boolean {
  const { moves } = moveLine(model, width);
  const others = flat(beside);
  return flat(model.elements).every((one, index) => isAt(one, others[index], moves.get(one)));
}

function isAt(one: FlatElement, other: FlatElement | undefined, moved: Moved | undefined): boolean {
  if (other === undefined || moved === undefined) return false;
  return (
    Math.abs(one.x + moved.shift - other.x) < TOLERANCE && Math.abs(one.width + moved.growth - other.width) < TOLERANCE + one.width / 500
  );
}

/** Texts on both sides of what fills a line, and drawings that grow with the room between texts. */
function eachByItself(base: LineModel, beside: readonly Element[], width: SlotWidth): LineModel | undefined {
  const left = moveLine(base, width).moves;
  const total = growthOf(base, width);
  const align = base.elements.map((element, index) => {
    const first = element.kind === 'fraction' ? element.bar : element;
    const shift = (beside[index]?.x ?? 0) - element.x;
    const part = ((left.get(first)?.shift ?? 0) - shift) / total;
    return ALIGNMENTS.find((one) => Math.abs((one - part) * total) < TOLERANCE) ?? Number.NaN;
  });
  const isKnown = base.elements.every((element, index) => element.kind === 'path' || !Number.isNaN(align[index]));
  if (!isKnown) return undefined;
  const model = { ...base, align: align.map((part) => (Number.isNaN(part) ? 0 : part)) };
  const { moves } = moveLine(model, width);
  const hung: HungPath[] = [];
  for (const [index, element] of model.elements.entries()) {
    const other = beside[index];
    if (element.kind !== 'path' || other?.kind !== 'path' || isAt(element, other, moves.get(element))) continue;
    const path = hang(model, element, other, width);
    if (path === undefined) return undefined;
    hung.push(path);
  }
  const whole = { ...model, hung };
  return explains(whole, beside, width) ? whole : undefined;
}

function hangTrailing(
  model: LineModel,
  { own, other }: { readonly own: readonly PathElement[]; readonly other: readonly PathElement[] },
  width: SlotWidth,
): readonly HungPath[] | undefined {
  // Without a counterpart only what is surely no part of the line is left where it is.
  if (own.length !== other.length) return undefined;
  const hung: HungPath[] = [];
  const last = model.elements.at(-1);
  const end = last === undefined ? 0 : last.x + last.width;
  for (const [index, path] of own.entries()) {
    const beside = other[index];
    // What stands on a line of its own moves with no figure.
    if (beside === undefined || standsStill([path], [beside]) || path.x < end - STEP_BACK) continue;
    const found = hang(model, path, beside, width);
    if (found === undefined) return undefined;
    hung.push(found);
  }
  return hung;
}

/** Where the ends of a drawing hang: at the nearest end of an element of the line that moves as far. */
function hang(model: LineModel, path: PathElement, other: PathElement, width: SlotWidth): HungPath | undefined {
  const { moves } = moveLine(model, width);
  const hooks = model.elements.flatMap((element, index) => {
    const moved = moves.get(element.kind === 'fraction' ? element.bar : element) ?? { shift: 0, growth: 0 };
    return [
      { hook: { kind: 'start', index } as Hook, x: element.x, shift: moved.shift },
      { hook: { kind: 'end', index } as Hook, x: element.x + element.width, shift: moved.shift + moved.growth },
    ];
  });
  const find = (x: number, shift: number): Hook | undefined => {
    if (Math.abs(shift) < TOLERANCE) return { kind: 'none' };
    const fitting = hooks.filter((one) => Math.abs(one.shift - shift) < TOLERANCE);
    return fitting.sort((a, b) => Math.abs(a.x - x) - Math.abs(b.x - x))[0]?.hook;
  };
  const left = find(path.x, other.x - path.x);
  const right = find(path.x + path.width, other.x + other.width - path.x - path.width);
  return left && right && { path, left, right };
}

/** From the ends of all lines of a text: what their left or right ends or their middles have in common. */
function guessed(lines: readonly (readonly Element[])[], index: number): LineModel | undefined {
  const elements = lines[index] ?? [];
  const fitted = fittedLine(elements);
  const base = { elements, isLast: index === lines.length - 1, align: elements.map(() => 0), hung: [] };
  if (fitted !== undefined) return { ...base, fitted };
  const ends = lines.map((line) => ({ left: line[0]?.x ?? 0, right: (line.at(-1)?.x ?? 0) + (line.at(-1)?.width ?? 0) }));
  const isCommon = (value: (end: { readonly left: number; readonly right: number }) => number) =>
    ends.every((end) => Math.abs(value(end) - value(ends[0] ?? end)) < 0.5);
  if (lines.length < 2) return undefined;
  if (isCommon(({ left }) => left)) return base;
  const align = isCommon(({ right }) => right) ? 1 : isCommon(({ left, right }) => left + right) ? 0.5 : undefined;
  return align === undefined ? undefined : { ...base, align: elements.map(() => align) };
}
