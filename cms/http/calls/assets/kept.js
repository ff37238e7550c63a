// What could not be sent before a page was left, kept by the browser's tab until the same step is opened in it again.
const PREFIX = 'unsaved ';

// nothing is kept where the browser gives no place for it
function inStore(use) {
  try {
    return use(window.sessionStorage);
  } catch {
    return null;
  }
}

export function keep(step, content) {
  inStore((store) => store.setItem(PREFIX + step, JSON.stringify(content)));
}

export function kept(step) {
  return inStore((store) => JSON.parse(store.getItem(PREFIX + step)));
}

export function forget(step) {
  inStore((store) => store.removeItem(PREFIX + step));
}

export function forgetAll() {
  inStore((store) => Object.keys(store).filter((name) => name.startsWith(PREFIX)).forEach((name) => store.removeItem(name)));
}
