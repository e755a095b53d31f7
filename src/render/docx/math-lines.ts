import type { MathNode } from '../../document/index.js';
import { fitMath, mathWidth } from '../output/fitted-math.js';
import { TWIPS_PER_PT } from './look.js';
import type { Place } from './place.js';

/**
 * A formula in lines of at most `room` em, broken before its signs: Word breaks long equations itself, other programs let them run out of the
 * page. A fraction that is wider than a line is written with ÷.
 */
export function mathLines(given: MathNode, room: number): readonly MathNode[] {
  const { math } = fitMath(given, room);
  if (mathWidth(math) <= room) return [math];
  const sides = pieces(math, RELATIONS).flatMap((side) => filled(pieces({ kind: 'row', children: side }, SIGNS), room));
  return filled(sides, room).map((children) => ({ kind: 'row', children }));
}

const RELATIONS: ReadonlySet<string> = new Set(['=', '≈', '≠', '<', '≤', '>', '≥']);
const SIGNS: ReadonlySet<string> = new Set([...RELATIONS, '+', '−', '×', '÷', 'and', 'or', '']);

/** What a line of a place surely holds, in em of formulas: programs set them in fonts and distances of their own. */
export function roomOf({ width, look }: Pick<Place, 'width' | 'look'>): number {
  return width / (Math.max(look.type.body, LEAST_TYPE) * TWIPS_PER_PT);
}

/** LibreOffice sets every formula in 12 pt; letters take less than is counted. */
const LEAST_TYPE = 11.5;

/** A formula in a line of text, in pieces between which the line may break where the whole is long. */
export function mathPieces(given: MathNode, room: number): readonly MathNode[] {
  const { math } = fitMath(given, room);
  if (mathWidth(math) <= room / 2) return [math];
  return pieces(math, SIGNS).map((children) => ({ kind: 'row', children }));
}

type Nodes = readonly MathNode[];

/** What stands before each sign, which begins the next piece. */
function pieces(math: MathNode, signs: ReadonlySet<string>): readonly Nodes[] {
  const found: MathNode[][] = [[]];
  for (const node of flat(math)) {
    if (node.kind === 'operator' && signs.has(node.text) && (found.at(-1)?.length ?? 0) > 0) found.push([]);
    found.at(-1)?.push(node);
  }
  return found;
}

function flat(math: MathNode): Nodes {
  return math.kind === 'row' ? math.children.flatMap(flat) : [math];
}

/** As many pieces in a line as it holds. */
function filled(parts: readonly Nodes[], room: number): readonly Nodes[] {
  const lines: Nodes[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last) + widthOf(part) <= room) lines.splice(-1, 1, [...last, ...part]);
    else lines.push(part);
  }
  return lines;
}

function widthOf(nodes: Nodes): number {
  return nodes.reduce((sum, node) => sum + mathWidth(node), 0);
}
