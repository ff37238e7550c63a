// Puts a question that the server has rendered anew in the place of the one on the page, and marks what is wrong.
import { applyConditions } from './conditions.js';

export function replaceBlock(form, key, html) {
  const old = form.querySelector(`[data-question="${CSS.escape(key)}"]`);
  const made = document.createElement('template');
  made.innerHTML = html;
  const block = made.content.querySelector('[data-question]');
  old.replaceWith(block);
  applyConditions(form);
  form.dispatchEvent(new Event('block-replaced'));
  return block;
}

export function markProblems(form, problems) {
  for (const one of form.querySelectorAll('[data-marked]')) one.remove();
  for (const one of form.querySelectorAll('[data-was-marked]')) {
    one.removeAttribute('aria-invalid');
    one.removeAttribute('data-was-marked');
  }
  for (const [field, message] of Object.entries(problems)) mark(form, field, message);
}

function mark(form, field, message) {
  const input = document.getElementById(`f-${field}`) ?? document.getElementById(`f-${field.split('.')[0]}`);
  const block = input?.closest('[data-question]');
  if (!block || block.querySelector('.error')) return;
  const line = document.createElement('p');
  line.className = 'error';
  line.id = `e-${field}`;
  line.dataset.marked = '';
  line.textContent = message;
  (block.querySelector(':scope > .hint') ?? block.querySelector(':scope > .ask'))?.after(line);
  input.setAttribute('aria-invalid', 'true');
  input.setAttribute('data-was-marked', '');
}
