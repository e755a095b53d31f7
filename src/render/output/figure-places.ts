/** One place of a figure: the widest that stands there, and whether all students have the same. */
export interface Place {
  readonly widest: string;
  readonly varies: boolean;
}

export interface BlockPlaces {
  readonly drawn: readonly Place[];
  readonly spoken: readonly Place[];
}

/** The places of figures by the shape of their block. */
export type FigurePlaces = ReadonlyMap<string, BlockPlaces>;
