// Says how many characters are left. Characters are counted as the server counts them: an emoji is one.

const TOLD_AFTER = 900;

export function countCharacters(form) {
  const locale = document.documentElement.lang;
  const timers = new WeakMap();
  const show = (line) => {
    const field = document.getElementById(line.dataset.count);
    if (!field) return;
    const left = Number(line.dataset.max) - [...field.value.replaceAll('\r\n', '\n').trim().normalize('NFC')].length;
    const words = left < 0 ? line.dataset.over : line.dataset.left;
    line.textContent = words.replace('{n}', new Intl.NumberFormat(locale).format(Math.abs(left)));
    line.classList.toggle('over', left < 0);
    line.hidden = line.classList.contains('quiet') && left > Number(line.dataset.max) * 0.2;
  };
  const told = document.createElement('p');
  told.className = 'unseen';
  told.setAttribute('role', 'status');
  form.append(told);
  const tellLater = (line) => {
    clearTimeout(timers.get(form));
    timers.set(form, setTimeout(() => { told.textContent = line.textContent; }, TOLD_AFTER));
  };
  form.addEventListener('input', (event) => {
    const line = event.target.id && form.querySelector(`[data-count="${CSS.escape(event.target.id)}"]`);
    if (!line) return;
    show(line);
    if (Number(line.dataset.max) * 0.1 > Number(line.dataset.max) - [...event.target.value].length) tellLater(line);
  });
  form.addEventListener('block-replaced', () => form.querySelectorAll('[data-count]').forEach(show));
  form.querySelectorAll('[data-count]').forEach(show);
}
