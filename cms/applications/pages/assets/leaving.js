// Whoever leaves a step takes everything along: what was typed is stored first, and the browser asks where it cannot be.

// how long somebody waits who has pressed a link
const PATIENCE = 10_000;

// `draft` is what `keepSaved` answers.
export function guardLeaving(form, draft) {
  document.addEventListener('click', async (event) => {
    const link = event.target.closest?.('a[href]');
    if (!link || !isPlain(event, link) || !draft.isUnsaved) return;
    event.preventDefault();
    await saved(draft);
    window.location.assign(link.href);
  });

  document.addEventListener('submit', async (event) => {
    const { target, submitter } = event;
    if (event.defaultPrevented || target.dataset.ready) return;
    if (!draft.isUnsaved && !draft.isSending) return leave(target);
    event.preventDefault();
    await saved(draft);
    if (target === form && draft.isFailing) return;
    leave(target);
    // in a task of its own: within this event a form cannot be sent again
    setTimeout(() => {
      target.dataset.ready = 'true';
      target.requestSubmit(submitter);
      delete target.dataset.ready;
    });
  });

  const leave = (target) => {
    if (target === form) draft.isPosted = true; // then the server has all of it, or shows it again
    if ('forgets' in target.dataset) draft.forget();
  };

  window.addEventListener('beforeunload', (event) => {
    draft.leave();
    if (draft.isPosted || !(draft.isUnsaved || draft.isUploading)) return;
    event.preventDefault();
    event.returnValue = true; // what browsers of before 2023 ask for
    draft.flush();
  });
  window.addEventListener('pagehide', () => {
    draft.leave();
    if (!draft.isPosted) draft.flush();
  });
  document.addEventListener('visibilitychange', () => document.hidden && draft.save());
  window.addEventListener('pageshow', (event) => {
    draft.isPosted = false;
    if (event.persisted) draft.refresh();
  });
}

async function saved(draft) {
  await Promise.race([draft.saveAll(), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}

// a link that leads away from the page, in this window
function isPlain(event, link) {
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return false;
  if (link.target && link.target !== '_self') return false;
  const isHere = link.hash && link.href.split('#')[0] === window.location.href.split('#')[0];
  return link.protocol.startsWith('http') && !isHere;
}
