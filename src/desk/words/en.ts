export const EN = {
  title: 'Lesson desk',
  skip: 'To the content',
  pages: 'Pages',
  sheet: 'A sheet',
  flyer: 'Check a flyer',
  learners: 'For learners',
  language: 'Language',
  theme: 'Colours',
  'theme-auto': 'as the system',
  'theme-light': 'light',
  'theme-dark': 'dark',
  privacy: 'Everything happens in this browser. Nothing that you type or open leaves this computer.',
} as const;

/** Every phrase that the desk says. A slot such as `{count}` is filled by `filled`. */
export type DeskWords = { readonly [Key in keyof typeof EN]: string };
