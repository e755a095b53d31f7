import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const require = createRequire(import.meta.url);
const fileOf = (name: string) => readFileSync(require.resolve(name), 'utf8');

/** What somebody types or chooses, by the identifier of the response. */
export type Responses = Readonly<Record<string, string>>;

/** What the player reports after an attempt. */
export interface Attempt {
  readonly score: number;
  readonly advice: readonly string[];
}

/** Puts qti3-item-player into a page. */
export async function openPlayer(page: Page): Promise<void> {
  await page.setContent('<!DOCTYPE html><html lang="en"><title>player</title><body><div id="app"></div></body></html>');
  await page.addStyleTag({ content: fileOf('qti3-item-player/dist/qti3Player.css') });
  // The player reports each step on the console.
  await page.evaluate('console.log = () => {}');
  await page.addScriptTag({ content: fileOf('vue/dist/vue.min.js') });
  await page.addScriptTag({ content: fileOf('qti3-item-player/dist/qti3Player.umd.min.js') });
  await page.evaluate(HARNESS);
}

/** Loads an item and hands in one attempt after the other. */
export function attempts(page: Page, xml: string, all: readonly Responses[]): Promise<readonly Attempt[]> {
  return page.evaluate(`attempts(${JSON.stringify(xml)}, ${JSON.stringify(all)})`);
}

const HARNESS = `
  let loaded, ended;
  const player = new Vue({
    components: { player: window.qti3Player.Qti3Player || window.qti3Player.default || window.qti3Player },
    render(h) {
      return h('player', { ref: 'player', props: { suppressAlertMessages: true, suppressInvalidResponseMessages: true }, on: {
        notifyQti3ItemReady: () => loaded && loaded(),
        notifyQti3EndAttemptCompleted: (data) => ended && ended(data),
      } });
    },
  }).$mount('#app').$refs.player;
  window.load = (xml) => new Promise((done) => {
    loaded = () => { loaded = undefined; done(); };
    player.loadItemFromXml(xml, { guid: 'g', pnp: {}, status: 'interacting', sessionControl: { max_attempts: 0, show_feedback: false, validate_responses: false } });
  });
  const nodes = () => {
    const found = new Map();
    const visit = (one) => {
      if (one.responseIdentifier && typeof one.getResponse === 'function') found.set(one.responseIdentifier, one);
      one.$children.forEach(visit);
    };
    visit(player);
    return found;
  };
  window.attempts = async (xml, all) => {
    await window.load(xml);
    const places = nodes();
    const results = [];
    for (const responses of all) {
      for (const [identifier, text] of Object.entries(responses)) {
        const node = places.get(identifier);
        if (node === undefined) throw new Error('no field for ' + identifier);
        const input = node.$el.querySelector ? (node.$el.matches('input') ? node.$el : node.$el.querySelector('input')) : undefined;
        if (!input) throw new Error('no input for ' + identifier + ': ' + node.$el.outerHTML.slice(0, 200));
        input.value = text;
        input.dispatchEvent(new Event('input'));
        input.dispatchEvent(new Event('change'));
      }
      const data = await new Promise((done) => { ended = done; player.endAttempt('probe'); });
      const outcome = (name) => data.state.outcomeVariables.find((one) => one.identifier === name).value;
      results.push({ score: Number(outcome('SCORE')), advice: outcome('ADVICE') ?? [] });
    }
    return results;
  };
`;
