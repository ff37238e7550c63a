// "None of these" goes with no other choice, and a cut-off that has passed cannot be chosen again.
import { keyOf } from './answers.js';

// as cms/content/questions/choices.py says
const NONE = 'none';

export function followChoices(form) {
  // before the form is saved with what was ticked
  form.addEventListener('input', ({ target }) => {
    if (!target.checked || !keyOf(target)) return;
    const others = [...form.elements].filter((one) => one.name === target.name && one !== target);
    if (target.type === 'checkbox') untick(others, target.value);
    if (target.type === 'radio') for (const one of others) if ('passed' in one.dataset) one.disabled = true;
  }, { capture: true });
}

function untick(others, chosen) {
  for (const one of others) if (one.type === 'checkbox' && (chosen === NONE || one.value === NONE)) one.checked = false;
}
