// Saves the page while somebody writes, says so, and tries again while there is no connection.
import { answersOf, fill, keyOf, typedBefore } from './answers.js';
import { markProblems, replaceBlock } from './blocks.js';
import { forget, forgetAll, keep, kept, noteLeaving, wasLeft } from './kept.js';
import { read, send } from './sending.js';
import { showSteps } from './steps.js';
import { Unsaved } from './unsaved.js';

const IDLE = 1200;
const LONGEST = 3000; // of somebody who never pauses, from the first change on
const RETRY = [3_000, 6_000, 12_000, 24_000];
const newWindow = () => Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');

// Keeps `form` saved; answers what those need who leave it.
export function keepSaved(form) {
  const state = form.querySelector('[data-save-state]');
  const step = form.dataset.draft;
  const unsaved = new Unsaved();
  let underWay = new Map(); // what the newest request has with it
  let last = Promise.resolve();
  let requests = 0;
  let ownWindow = newWindow();
  let turn = 0;
  let early = new Map(); // {question: {change, pairs}} of what was typed before the page was loaded again
  let failures = 0;
  let isHeld = Boolean(form.querySelector('[data-theirs]')); // another window says something else: only the person decides
  let isForgotten = false;
  let timers = [];

  const say = (name, words) => {
    state.dataset.state = name;
    state.textContent = words;
  };
  const stamp = (pairs) => [...pairs, ['window', ownWindow], ['turn', String(++turn)]];

  const answerPairs = ([key, change]) => (early.get(key)?.change === change ? early.get(key).pairs : answersOf(form, [key]));

  const post = async (what, sent) => {
    const pairs = stamp([...sent].flatMap(answerPairs));
    requests += 1;
    underWay = sent;
    try {
      return await send(form, [...pairs, ['do', what]]);
    } finally {
      requests -= 1;
      if (underWay === sent) underWay = new Map();
    }
  };

  // one after another: what is still under way would look like another window
  const inTurn = (task) => {
    last = last.catch(() => {}).then(task);
    return last;
  };

  const stopTimers = () => {
    timers.forEach(clearTimeout);
    timers = [];
  };
  const later = (after) => {
    stopTimers();
    timers = [setTimeout(save, after)];
  };
  const soon = () => {
    clearTimeout(timers[1]);
    timers = [timers[0] ?? setTimeout(save, LONGEST), setTimeout(save, IDLE)];
  };

  const failed = () => {
    say('failed', form.dataset.failed);
    later(RETRY[Math.min(failures++, RETRY.length - 1)]);
    return false;
  };

  // what the answer to `sent` means; whether all of it is stored
  const take = (answer, sent) => {
    if (!answer || answer.status >= 500 || answer.status === 429) return failed();
    failures = 0;
    showSteps(answer.steps);
    const problems = answer.problems ?? {};
    markProblems(form, problems, sent.keys());
    if (answer.status === 401 || answer.status === 403) return refused(form.dataset.signedOut);
    if (answer.status === 409) return held(answer);
    if (answer.status >= 400) return refused(answer.message ?? form.dataset.problem);
    keepUp(form, answer);
    unsaved.settle(sent, new Set(Object.keys(problems).map((field) => field.split('.')[0])));
    draft.keep();
    if (unsaved.due().size) soon();
    else if (draft.isUnsaved) say('failed', form.dataset.problem);
    else say('saved', form.dataset.saved);
    return !Object.keys(problems).length;
  };
  const refused = (words) => {
    say('failed', words);
    return false;
  };
  const held = (answer) => {
    isHeld = true;
    for (const [key, html] of Object.entries(answer.blocks ?? {})) replaceBlock(form, key, html, { carries: true });
    return refused(answer.message);
  };

  const save = () => {
    stopTimers();
    return inTurn(async () => {
      const sent = unsaved.due();
      if (!sent.size || isHeld) return;
      say('saving', form.dataset.saving);
      take(await post('save', sent).catch(() => null), sent);
    });
  };

  // without waiting for what is under way: the page may be gone at once
  const flush = () => {
    const sent = unsaved.due();
    if (isHeld || ![...sent].some(([key, change]) => underWay.get(key) !== change)) return;
    post('save', sent).then((answer) => take(answer, sent), () => failed());
  };

  const refresh = async () => {
    const answer = await read(form).catch(() => ({ status: 0 }));
    if ((answer.isElsewhere || answer.status === 401) && !draft.isUnsaved) window.location.reload();
    if (answer.status !== 200 || !answer.marks) return;
    showSteps(answer.steps);
    for (const [key, mark] of Object.entries(answer.marks)) {
      const asked = askedOf(form, key);
      if (unsaved.has(key) || !asked) continue;
      if (asked.value.split(':')[1] !== mark) replaceBlock(form, key, answer.blocks[key]);
      else asked.value = `${key}:${mark}:${answer.revision}`;
    }
  };

  const draft = {
    say,
    save,
    flush,
    refresh,
    isPosted: false,
    get isUnsaved() { return unsaved.some; },
    get isSending() { return requests > 0; },
    get isFailing() { return failures > 0; },
    get isUploading() { return 'uploading' in form.dataset; },
    async saveAll() {
      await save();
      if (unsaved.due().size && !failures) await save(); // typed meanwhile
    },
    keep() {
      if (draft.isUnsaved && !draft.isPosted && !isForgotten) keep(step, stamp([...unsaved.all].flatMap(answerPairs)));
      else forget(step);
    },
    leave() {
      if (draft.isUnsaved || draft.isSending) noteLeaving(step);
      draft.keep();
    },
    forget() {
      isForgotten = true;
      forgetAll();
    },
    // a button inside of a question: the question as the server makes it
    async press(what, key) {
      unsaved.note(key);
      const sent = unsaved.due();
      const answer = await inTurn(() => post(what, sent)).catch(() => null);
      take(answer, sent);
      return answer;
    },
  };

  form.addEventListener('input', (event) => {
    const key = event.target.type !== 'file' && keyOf(event.target);
    if (!key) return;
    unsaved.note(key);
    isForgotten = false;
    if (isHeld) return;
    say('waiting', form.dataset.byItself);
    soon();
  });
  window.addEventListener('online', save);

  say('waiting', form.dataset.byItself);
  for (const key of typedBefore(form)) unsaved.note(key);
  const [before, left] = [kept(step), wasLeft(step)];
  if (before) bringBack(before);
  else if (draft.isUnsaved && !isHeld) soon();
  if (left && !before && !isHeld) refresh();
  return draft;

  // what this tab could not send when the page was left: as it was sent then, so that other windows are noticed
  async function bringBack(pairs) {
    const found = fill(form, pairs);
    for (const key of found.keys()) unsaved.note(key);
    early = new Map([...unsaved.all].map(([key, change]) => [key, { change, pairs: found.get(key) ?? answersOf(form, [key]) }]));
    [ownWindow, turn] = [valueOf(pairs, 'window'), Number(valueOf(pairs, 'turn'))];
    await save();
    if (!draft.isUnsaved) await refresh();
  }
}

// what the server has now is what later changes are measured by
export function keepUp(form, { revision, marks = {} }) {
  for (const [key, mark] of Object.entries(marks)) {
    const asked = askedOf(form, key);
    if (asked) asked.value = `${key}:${mark}:${revision}`;
  }
}

const valueOf = (pairs, wanted) => pairs.find(([name]) => name === wanted)?.[1] ?? '';
const askedOf = (form, key) => form.querySelector(`input[name="asked"][value^="${CSS.escape(key)}:"]`);
