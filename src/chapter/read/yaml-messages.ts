interface SyntaxMessage {
  readonly message: string;
  readonly hint: string;
}

const QUOTE_HINT = 'Put a text in quotes that holds `: ` or ` #`, or begins with one of [ { * & ! % @ | > and the like.';
const INDENT_HINT = 'The keys of one mapping begin in the same column; lines are indented with spaces.';

/** Plain words for the error codes of the `yaml` package. */
const MESSAGES: ReadonlyMap<string, SyntaxMessage> = new Map([
  ['BAD_INDENT', { message: 'This line is not indented like the lines that it belongs to.', hint: INDENT_HINT }],
  ['TAB_AS_INDENT', { message: 'This line is indented with a tab.', hint: 'Indent with spaces.' }],
  ['BAD_DQ_ESCAPE', { message: 'This is no escape that YAML knows.', hint: 'Use single quotes, or write `\\\\` for a backslash.' }],
  ['BAD_SCALAR_START', { message: 'A text cannot begin with this character.', hint: QUOTE_HINT }],
  ['BLOCK_AS_IMPLICIT_KEY', { message: 'A second `key: value` stands in a line that has one.', hint: QUOTE_HINT }],
  [
    'MULTILINE_IMPLICIT_KEY',
    { message: 'A key stands on one line, with a colon after it.', hint: 'Is a colon missing here or in the line above?' },
  ],
  ['KEY_OVER_1024_CHARS', { message: 'A key has more than 1,024 characters.', hint: 'Is a colon missing, or a quote not closed?' }],
  ['BLOCK_IN_FLOW', { message: 'Between { } and [ ] entries are parted by commas.', hint: 'Is a closing } or ] missing above?' }],
  ['MULTIPLE_DOCS', { message: 'A second document begins here.', hint: 'A file holds one document: leave the line `---` out.' }],
  [
    'RESOURCE_EXHAUSTION',
    { message: 'Lists and mappings are nested too deep here.', hint: 'No part of a chapter has more than eight levels.' },
  ],
  ['UNEXPECTED_TOKEN', { message: 'This does not belong here.', hint: QUOTE_HINT }],
  ['TAG_RESOLVE_FAILED', { message: 'Tags (`!name`) are not part of the chapter format.', hint: QUOTE_HINT }],
]);

/** What is wrong and what to do, for an author who does not know YAML's own terms. An error without words here keeps the parser's sentence. */
export function syntaxMessage(code: string, parserMessage: string): SyntaxMessage {
  const sentence = `${(parserMessage.split('\n')[0] ?? parserMessage).replace(/\.$/, '')}.`;
  if (code === 'MISSING_CHAR') return { message: sentence, hint: 'Is a quote, a comma, a colon, } or ] missing here or in a line above?' };
  if (code === 'BAD_INDENT' && parserMessage.startsWith('Flow ')) {
    return { message: 'A { or [ that is opened above is not closed before this line.', hint: 'Close it with } or ].' };
  }
  return MESSAGES.get(code) ?? { message: sentence, hint: INDENT_HINT };
}
