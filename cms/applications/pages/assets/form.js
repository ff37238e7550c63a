// The application form is complete without this script. With it drafts save themselves, conditions answer at once,
// uploads show how far they are, and the check against robots needs nobody's attention.
import { keepSaved } from './autosave.js';
import { followButtons } from './buttons.js';
import { followChoices } from './choices.js';
import { followConditions } from './conditions.js';
import { countCharacters } from './counts.js';
import { guardLeaving } from './leaving.js';
import { proveWork } from './proof.js';
import { sendUploads } from './uploads.js';

document.querySelector('[data-takes-focus]')?.focus();

for (const form of document.querySelectorAll('form[data-proof]')) proveWork(form);

for (const form of document.querySelectorAll('form[data-draft]')) {
  followChoices(form);
  followConditions(form);
  countCharacters(form);
  const draft = keepSaved(form);
  guardLeaving(form, draft);
  followButtons(form, draft);
  sendUploads(form, draft);
}

for (const button of document.querySelectorAll('button[data-once]')) {
  button.form.addEventListener('submit', (event) => {
    if (button.getAttribute('aria-disabled') === 'true') event.preventDefault();
    button.setAttribute('aria-disabled', 'true');
  });
  window.addEventListener('pageshow', () => button.removeAttribute('aria-disabled'));
}
