export { DOCX } from './format.js';
