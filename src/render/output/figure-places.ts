/** One place of a figure: the widest that stands there, and whether all students have the same. */
export interface Place {
  readonly widest: string;
  readonly varies: boolean;
}

export interface BlockPlaces {
  readonly drawn: readonly Place[];
  readonly spoken: readonly Place[];
}

export interface FigurePlaces {
  /** By the shape of the block. */
  readonly blocks: ReadonlyMap<string, BlockPlaces>;
  /** Kinds of documents, as `documentKind` names them, that have so little in common that each is laid out by itself. */
  readonly unlike: ReadonlySet<string>;
}
