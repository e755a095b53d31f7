/** What one file of the desk holds; read or made when it is first asked for. */
export type SiteFile = () => string | Uint8Array | Promise<string | Uint8Array>;

/** The files of the desk by their path below its address, with forward slashes. */
export type Site = ReadonlyMap<string, SiteFile>;
