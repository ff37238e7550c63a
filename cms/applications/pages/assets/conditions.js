// Shows questions while their condition holds, as cms/applications/conditions.py decides it on the server.

export function followConditions(form) {
  form.addEventListener('change', () => applyConditions(form));
  applyConditions(form);
}

export function applyConditions(form) {
  const shown = new Map();
  const isShown = (block, path = []) => {
    if (!block?.dataset.if) return true; // always asked, or on another step: then the server has decided
    const key = block.dataset.question;
    if (path.includes(key)) return false;
    if (!shown.has(key)) {
      const asker = form.querySelector(`[data-question="${CSS.escape(block.dataset.if)}"]`);
      const holds = asker ? answered(form, block.dataset.if).some((one) => wanted(block).includes(one)) : !block.hidden;
      shown.set(key, holds && isShown(asker, [...path, key]));
    }
    return shown.get(key);
  };
  for (const block of form.querySelectorAll('[data-if]')) toggle(block, isShown(block));
}

const wanted = (block) => block.dataset.values.split(' ');

function answered(form, key) {
  const fields = [...form.elements].filter((one) => one.name === `a.${key}`);
  const boxes = fields.filter((one) => one.type === 'radio' || one.type === 'checkbox');
  if (!boxes.length) return fields.map((one) => one.value);
  const ticked = boxes.filter((one) => one.checked).map((one) => one.value);
  const isConsent = boxes.length === 1 && boxes[0].type === 'checkbox' && boxes[0].value === 'yes';
  return ticked.length || !isConsent ? ticked : ['no'];
}

// what is hidden is not sent either, so its answer stays as it was
function toggle(block, isShown) {
  block.hidden = !isShown;
  if (block.tagName === 'FIELDSET') block.disabled = !isShown;
  for (const field of block.querySelectorAll('input, textarea, select, button')) field.disabled = !isShown;
}
