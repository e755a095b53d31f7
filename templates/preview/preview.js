// Shows what the server made of the chapter, and asks again when it says that a file was saved.
const [language, edition, pages, messages, state] = ['language', 'edition', 'pages', 'messages', 'state'].map((id) => document.getElementById(id));
let asked = 0;

async function show() {
  const number = ++asked;
  const query = new URLSearchParams({ language: language.value, edition: edition.value });
  const answer = await fetch(`view?${query}`);
  const view = await answer.json();
  // A later question was asked meanwhile: its answer counts.
  if (number !== asked) return;
  for (const [select, choices, chosen] of [[language, view.languages, view.language], [edition, view.editions, view.edition]]) {
    if (select.options.length !== choices.length) select.replaceChildren(...choices.map((choice) => new Option(choice, choice)));
    select.value = chosen;
  }
  document.title = `${view.title} (${view.language}, ${view.edition})`;
  messages.textContent = view.messages === '' ? 'No mistakes.' : view.messages;
  state.textContent = `${view.summary} ${view.milliseconds} ms.`;
  // With a mistake in the chapter the last pages stay, pale.
  pages.classList.toggle('old', view.pages === undefined);
  if (view.pages !== undefined) showPages(view.pages, view.title);
}

/** A picture for each page: those that are the same stay, and of the others those that are looked at are fetched first. */
function showPages(names, title) {
  while (pages.children.length > names.length) pages.lastChild.remove();
  while (pages.children.length < names.length) pages.append(document.createElement('img'));
  const images = [...pages.children];
  const { top, bottom } = pages.getBoundingClientRect();
  const isSeen = (image) => image.getBoundingClientRect().bottom > top && image.getBoundingClientRect().top < bottom;
  images.forEach((image, index) => {
    image.alt = `${title}: page ${index + 1} as it prints. Its text is in the PDF that “reckoner build” makes.`;
  });
  const seen = new Set(images.filter(isSeen));
  for (const image of [...seen, ...images.filter((one) => !seen.has(one))]) {
    const name = names[images.indexOf(image)];
    if (image.getAttribute('src') !== name) image.src = name;
  }
}

function failed() {
  state.textContent = 'The preview has ended. Start it again with “reckoner preview”.';
}

for (const select of [language, edition]) select.addEventListener('change', () => show().catch(failed));
const events = new EventSource('changes');
events.addEventListener('message', () => show().catch(failed));
events.addEventListener('error', failed);
show().catch(failed);
