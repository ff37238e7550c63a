// Puts a question that the server has rendered anew in the place of the one on the page, and marks what is wrong.
import { blockOf, carryOver, keepFocus } from './answers.js';
import { applyConditions } from './conditions.js';

// `carries`: what was typed into the old one since is put into the new one
export function replaceBlock(form, key, html, { carries = false } = {}) {
  const old = blockOf(form, key);
  const focusAgain = keepFocus(old);
  const made = document.createElement('template');
  made.innerHTML = html;
  const block = made.content.querySelector('[data-question]');
  if (carries) carryOver(old, block);
  old.replaceWith(block);
  applyConditions(form);
  form.dispatchEvent(new Event('block-replaced'));
  focusAgain();
  return block;
}

// `keys`: the questions that were looked at
export function markProblems(form, problems, keys) {
  for (const block of [...keys].map((key) => blockOf(form, key))) {
    for (const one of block?.querySelectorAll('[data-marked]') ?? []) one.remove();
    for (const one of block?.querySelectorAll('[data-was-marked]') ?? []) {
      one.removeAttribute('aria-invalid');
      one.removeAttribute('data-was-marked');
    }
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
