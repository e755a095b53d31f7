import type { DeskWords } from './en.js';

export const ZH: DeskWords = {
  title: '备课台',
  skip: '跳到正文',
  pages: '页面',
  sheet: '练习单',
  flyer: '核对宣传单',
  learners: '学生自测',
  language: '语言',
  theme: '配色',
  'theme-auto': '随系统',
  'theme-light': '浅色',
  'theme-dark': '深色',
  privacy: '一切都在本机浏览器里完成，您输入或打开的内容不会离开这台电脑。',
};
