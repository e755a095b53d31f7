// The glue between the page compiler and JavaScript, without code made from text: a content-security policy without `unsafe-eval` forbids it.

const NO_PACKAGES = "throw new Error('Dummy Registry, please initialize compiler with withPackageRegistry()')";
const NO_FILES = "throw new Error('Dummy AccessModel, please initialize compiler with withAccessModel()')";

/** The functions that the compiler asks for, by the text that it hands over. */
export const FUNCTIONS = {
  'return 0': '() => 0',
  'return true': '() => true',
  'return path': '(path) => path',
  [NO_FILES]: `() => { ${NO_FILES} }`,
  [NO_PACKAGES]: `() => { ${NO_PACKAGES} }`,
};

const CALLS = [
  ['new Function(getStringFromWasm0(arg0, arg1), getStringFromWasm0(arg2, arg3))', 'namedFunction(getStringFromWasm0(arg2, arg3))'],
  ['new Function(getStringFromWasm0(arg0, arg1))', 'namedFunction(getStringFromWasm0(arg0, arg1))'],
];

/** Throws where the glue is not the one that this was written for. */
export function patchGlue(text) {
  const patched = CALLS.reduce((changed, [from, to]) => changed.replace(from, () => to), text);
  if (text.split('new Function(').length !== CALLS.length + 1 || /new Function\(|\beval\(/.test(patched)) {
    throw new Error('the glue of the page compiler has changed: see scripts/desk/glue.mjs');
  }
  const entries = Object.entries(FUNCTIONS).map(([body, code]) => `${JSON.stringify(body)}: ${code}`);
  return `${patched}
const named = { __proto__: null, ${entries.join(', ')} };
function namedFunction(body) {
  if (named[body] === undefined) throw new Error(\`the page compiler asks for the function "\${body}"\`);
  return named[body];
}
`;
}
