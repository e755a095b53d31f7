/** Prompts of exercises that the author left unwritten, with their slots. */
export const PROMPT_PHRASES = {
  'prompt-compute': ['names'],
  'prompt-complete': ['names'],
  'prompt-estimate': ['names'],
  'prompt-choose': ['names'],
  'prompt-units': ['names'],
  'prompt-table': [],
  'prompt-check': [],
  'prompt-spot': [],
  'prompt-what-if': [],
  'prompt-plot': [],
  'prompt-money': [],
} as const;
