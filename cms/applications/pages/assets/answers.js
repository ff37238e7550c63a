// The answers of some questions as [name, value] pairs, as the form itself would post them.
export function blockOf(form, key) {
  return form.querySelector(`[data-question="${CSS.escape(key)}"]`);
}

export function keyOf(field) {
  return field.closest('[data-question]')?.dataset.question;
}

// also of a question that a later answer has hidden again
export function answersOf(form, keys) {
  const fields = [...keys].flatMap((key) => fieldsOf(blockOf(form, key)));
  return fields.filter(isSent).map((field) => [field.name, field.value]);
}

// the other way round: {question: its pairs}; what has no field on the page is not shown
export function fill(form, pairs) {
  const keys = pairs.filter(([name]) => name === 'asked').map(([, value]) => value.split(':')[0]);
  const found = new Map(keys.map((key) => [key, pairs.filter((pair) => belongs(pair, key))]));
  for (const [key, own] of found) {
    for (const field of fieldsOf(blockOf(form, key))) fillField(field, own.filter(([name]) => name === field.name));
  }
  return found;
}

// questions that say something else than what is stored: typed before this script ran, or put there by the browser, or
// shown again by the server as they could not be stored
export function typedBefore(form) {
  const blocks = [...form.querySelectorAll('[data-question]')];
  const changed = blocks.filter((block) => 'typed' in block.dataset || fieldsOf(block).some(isChanged));
  return changed.map((block) => block.dataset.question);
}

// what stands in a block that is about to be replaced, into the one that replaces it
export function carryOver(old, block) {
  const [typed, fields] = [fieldsOf(old).filter((one) => one.type !== 'hidden'), fieldsOf(block)];
  for (const field of typed) {
    const same = fields.find((one) => one.name === field.name && (!isBox(one) || one.value === field.value));
    if (!same || same.type === 'file') continue;
    if (isBox(same)) same.checked = field.checked;
    else same.value = field.value;
  }
}

// the field that has the focus, and where in it the cursor stands: a function that puts both back
export function keepFocus(within) {
  const { activeElement: field } = document;
  if (!within.contains(field) || !field.id) return () => {};
  const { id, selectionStart, selectionEnd } = field;
  return () => {
    const same = document.getElementById(id);
    same?.focus({ preventScroll: true });
    if (selectionStart !== null && selectionStart !== undefined) same?.setSelectionRange?.(selectionStart, selectionEnd);
  };
}

function belongs([name, value], key) {
  return name === 'asked' ? value.startsWith(`${key}:`) : name === `a.${key}` || name.startsWith(`a.${key}.`);
}

function isChanged(field) {
  if (field.type === 'hidden' || field.type === 'file') return false;
  if (isBox(field)) return field.checked !== field.defaultChecked;
  if (field.tagName !== 'SELECT') return field.value !== field.defaultValue;
  const preset = [...field.options].find((one) => one.defaultSelected) ?? field.options[0];
  return field.value !== preset?.value;
}

const fieldsOf = (block) => [...(block?.querySelectorAll('input, textarea, select') ?? [])];
const isBox = (field) => field.type === 'radio' || field.type === 'checkbox';
const isSent = (field) => field.name && field.type !== 'file' && (!isBox(field) || field.checked);

function fillField(field, pairs) {
  if (field.type === 'file' || !field.name) return;
  const values = pairs.map(([, value]) => value);
  if (isBox(field)) field.checked = values.includes(field.value);
  else if (values.length) [field.value] = values;
}
