// Proof of work in the manner of ALTCHA: finds the number whose SHA-256, behind the salt, is the challenge.
import { sha256 } from './sha256.js';

const AT_ONCE = 1500;

export function proveWork(form) {
  let proof;
  const begin = () => {
    proof ??= solve(form.dataset.proof).catch(() => '');
  };
  form.addEventListener('focusin', begin);
  form.addEventListener('submit', (event) => {
    if (form.elements.proof) return;
    event.preventDefault();
    begin();
    const status = form.querySelector('[data-status]');
    const slow = setTimeout(() => { status.textContent = form.dataset.working; }, 300);
    proof.then((value) => {
      clearTimeout(slow);
      const field = document.createElement('input');
      field.type = 'hidden';
      field.name = 'proof';
      field.value = value;
      form.append(field);
      setTimeout(() => form.requestSubmit()); // within this event a form cannot be sent again
    });
  });
  window.addEventListener('pageshow', () => {
    form.elements.proof?.remove();
    proof = undefined;
  });
}

async function solve(address) {
  const asked = await (await fetch(address)).json();
  const { algorithm, challenge, salt, signature, maxnumber } = asked;
  for (let number = 0; number <= maxnumber; number += 1) {
    if (sha256(`${salt}${number}`) === challenge) {
      return btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
    }
    if (number % AT_ONCE === AT_ONCE - 1) await pause();
  }
  return '';
}

// sooner than a timer, and the page still answers
const pause = () => new Promise((resolve) => {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    channel.port1.close();
    resolve();
  };
  channel.port2.postMessage(0);
});
