// Saves the page shortly after each change, says so, and tries again while there is no connection.
import { markProblems, replaceBlock } from './blocks.js';
import { showSteps } from './steps.js';

const IDLE = 1200;
const RETRY = [3_000, 6_000, 12_000, 24_000];
const NOT_SENT = new Set(['do']);

// Answers `save()` (all that was changed until now) and `post(do, more)`, one request at a time.
export function keepSaved(form) {
  const state = form.querySelector('[data-save-state]');
  let timer;
  let failures = 0;
  let isChanged = false;
  let isHeld = false; // another window says something else: only the person decides
  let last = Promise.resolve();

  const say = (name, words) => {
    state.dataset.state = name;
    state.textContent = words;
  };
  say('waiting', form.dataset.byItself);

  const send = async (what) => {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === 'string' && !NOT_SENT.has(name)) body.append(name, value);
    }
    body.set('do', what);
    const response = await fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' } });
    const answer = await response.json().catch(() => ({}));
    keepUp(form, answer);
    return { status: response.status, ...answer };
  };

  const post = (what) => {
    last = last.catch(() => {}).then(() => send(what));
    return last;
  };

  const later = (after) => {
    clearTimeout(timer);
    timer = setTimeout(save, after);
  };

  const again = () => {
    say('failed', form.dataset.failed);
    isChanged = true;
    later(RETRY[Math.min(failures++, RETRY.length - 1)]);
  };

  async function save() {
    clearTimeout(timer);
    if (!isChanged || isHeld) return;
    isChanged = false;
    say('saving', form.dataset.saving);
    const answer = await post('save').catch(() => null);
    if (!answer || answer.status >= 500 || answer.status === 429) return again();
    failures = 0;
    if (answer.status === 401 || answer.status === 403) return say('failed', form.dataset.signedOut);
    markProblems(form, answer.problems ?? {});
    if (answer.status === 409) {
      isHeld = true;
      for (const [key, html] of Object.entries(answer.blocks ?? {})) replaceBlock(form, key, html);
      return say('failed', answer.message);
    }
    if (answer.status >= 400) return say('failed', answer.message ?? form.dataset.problem);
    if (isChanged) return later(IDLE);
    return Object.keys(answer.problems ?? {}).length ? say('failed', form.dataset.problem) : say('saved', form.dataset.saved);
  }

  const changed = (event) => {
    if (event.target.type === 'file') return;
    isChanged = true;
    if (!isHeld) say('waiting', form.dataset.byItself);
    later(IDLE);
  };
  form.addEventListener('input', changed);
  form.addEventListener('change', changed);
  window.addEventListener('online', save);
  document.addEventListener('visibilitychange', () => document.hidden && save());

  // what is still under way would otherwise look like another window
  form.addEventListener('submit', (event) => {
    if (event.submitter?.dataset.block || form.dataset.ready) return;
    clearTimeout(timer);
    isChanged = false;
    event.preventDefault();
    const { submitter } = event;
    // in a task of its own: within this event a form cannot be sent again
    last.catch(() => {}).finally(() => setTimeout(() => {
      form.dataset.ready = 'true';
      form.requestSubmit(submitter);
      delete form.dataset.ready;
    }));
  });

  form.addEventListener('click', async (event) => {
    const button = event.target.closest('button[data-block]');
    if (!button) return;
    event.preventDefault();
    const { block: key } = button.dataset;
    const answer = await post(button.value).catch(() => null);
    if (!answer?.blocks?.[key]) return again();
    isChanged = false;
    const block = replaceBlock(form, key, answer.blocks[key]);
    markProblems(form, answer.problems ?? {});
    say('saved', form.dataset.saved);
    focusInside(block, button.value.startsWith('add:'));
  });

  return { post, say };
}

// what the server has now is what later changes are measured by, and what the list of steps tells
export function keepUp(form, { revision, marks = {}, steps }) {
  showSteps(steps);
  if (revision) form.elements.revision.value = revision;
  for (const field of form.querySelectorAll('input[name="asked"]')) {
    const [key] = field.value.split(':');
    if (marks[key]) field.value = `${key}:${marks[key]}`;
  }
}

function focusInside(block, wasAdded) {
  const entries = block.querySelectorAll('.entries > li');
  const inNewest = entries[entries.length - 1]?.querySelector('input:not([type="hidden"])');
  const field = wasAdded ? inNewest : block.querySelector('input[type="file"], .buttons button') ?? inNewest;
  field?.focus();
}
