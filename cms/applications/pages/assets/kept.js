// What could not be sent before a page was left, kept by the browser's tab until the same step is opened in it again.
const PREFIX = 'unsaved ';
const LEFT = 'left ';

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

// The page that is left may hear that all is stored after the next one was made: that one is older then.
export function noteLeaving(step) {
  inStore((store) => store.setItem(LEFT + step, 'yes'));
}

export function wasLeft(step) {
  return inStore((store) => {
    const note = store.getItem(LEFT + step);
    store.removeItem(LEFT + step);
    return note;
  });
}

export function forgetAll() {
  inStore((store) => Object.keys(store).filter((name) => name.startsWith(PREFIX)).forEach((name) => store.removeItem(name)));
}
