import { describeLayout } from './layout-laws.js';

describeLayout('zh');
