// Posts to the form's own address, so that the request outlives the page.

// browsers keep at most 64 KB alive, of all requests together
const MOST_KEPT_ALIVE = 60_000;
const LONGEST = 30_000;
const JSON_ONLY = { accept: 'application/json' };

// Answers {status, ...what the server says}; fails where no answer comes.
export async function send(form, pairs) {
  const body = new URLSearchParams([['token', form.elements.token.value], ['revision', form.elements.revision.value], ...pairs]);
  const keepalive = String(body).length < MOST_KEPT_ALIVE;
  const signal = AbortSignal.timeout(LONGEST);
  return answerOf(await fetch(form.action, { method: 'POST', body, keepalive, signal, headers: JSON_ONLY }));
}

export async function read(form) {
  return answerOf(await fetch(form.action, { headers: JSON_ONLY, signal: AbortSignal.timeout(LONGEST), cache: 'no-store' }));
}

async function answerOf(response) {
  const said = await response.json().catch(() => ({}));
  return { status: response.status, isElsewhere: response.redirected, ...said };
}
