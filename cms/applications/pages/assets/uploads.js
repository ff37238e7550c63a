// Sends a file as soon as it is chosen, and says how far it is.
import { replaceBlock } from './blocks.js';
import { showSteps } from './steps.js';

const BUSY = [429, 503];
const MOST_TRIES = 12;

export function sendUploads(form, { say }) {
  const prepare = () => {
    for (const plain of form.querySelectorAll('[data-upload] [data-plain]')) plain.hidden = true;
  };
  form.addEventListener('block-replaced', prepare);
  prepare();
  form.addEventListener('change', async (event) => {
    const place = event.target.type === 'file' && event.target.closest('[data-upload]');
    if (!place) return;
    form.dataset.uploading = place.dataset.upload;
    await sendAll(form, place, [...event.target.files], say).finally(() => delete form.dataset.uploading);
  });
}

async function sendAll(form, place, files, say) {
  const { upload: key } = place.dataset;
  let at = place;
  for (const file of files) {
    forgetProblem(at);
    const tell = (words) => { at.querySelector('[data-upload-state]').textContent = words; };
    if (file.size > Number(at.dataset.maxBytes)) {
      at.querySelector('input[type="file"]').value = '';
      tell(`${file.name}: ${at.dataset.tooBig}`);
      return;
    }
    const words = { ...at.dataset };
    const answer = await sendPatiently(form, at, key, file, tell);
    if (!answer?.blocks?.[key]) {
      at.querySelector('[data-progress]').hidden = true;
      at.querySelector('input[type="file"]').value = '';
      tell(answer?.message ?? words.broken);
      return;
    }
    showSteps(answer.steps);
    const block = replaceBlock(form, key, answer.blocks[key]);
    at = block.querySelector('[data-upload]');
    const isRefused = Object.keys(answer.problems ?? {}).length > 0;
    if (!isRefused) say('saved', words.done);
    if (at && !isRefused) at.querySelector('[data-upload-state]').textContent = `${file.name}: ${words.done}`;
    (block.querySelector('input[type="file"]') ?? block.querySelector('.files a'))?.focus();
    if (isRefused || !at) return;
  }
}

// Where many files are coming in, the server asks to come again in a moment.
async function sendPatiently(form, place, key, file, tell) {
  for (let tries = 1; ; tries += 1) {
    const { status, seconds, answer } = await sendOne(form, place, key, file, tell);
    if (!BUSY.includes(status) || tries >= MOST_TRIES) return answer;
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}

// what was wrong with another file says nothing of this one
function forgetProblem(place) {
  const block = place.closest('[data-question]');
  block.classList.remove('wrong');
  block.querySelectorAll(':scope > .error').forEach((one) => one.remove());
  place.querySelector('input[type="file"]')?.removeAttribute('aria-invalid');
}

function sendOne(form, place, key, file, tell) {
  const body = new FormData();
  body.append('token', form.elements.token.value);
  body.append('revision', form.elements.revision.value);
  body.append('do', `upload:${key}`);
  body.append(`file.${key}`, file);
  const bar = place.querySelector('[data-progress]');
  bar.hidden = false;
  tell(place.dataset.uploading);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.setRequestHeader('accept', 'application/json');
    request.responseType = 'json';
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) bar.firstElementChild.value = event.loaded / event.total;
    });
    request.upload.addEventListener('load', () => tell(place.dataset.checking));
    request.addEventListener('loadend', () => {
      const seconds = Number(request.getResponseHeader('retry-after')) || 5;
      resolve({ status: request.status, seconds, answer: request.response });
    });
    request.send(body);
  });
}
