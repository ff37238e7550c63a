// Buttons inside of a question (add, remove): the question comes back from the server as it is then.
import { blockOf } from './answers.js';
import { markProblems, replaceBlock } from './blocks.js';

export function followButtons(form, draft) {
  form.addEventListener('click', async (event) => {
    const button = event.target.closest('button[data-block]');
    if (!button) return;
    event.preventDefault();
    const { block: key } = button.dataset;
    const waiting = blockOf(form, key);
    waiting.inert = true; // what is typed into it now would be replaced
    const answer = await draft.press(button.value, key);
    waiting.inert = false;
    if (!answer?.blocks?.[key]) return button.focus();
    if (answer.status === 409) return;
    const block = replaceBlock(form, key, answer.blocks[key]);
    markProblems(form, answer.problems ?? {}, [key]);
    focusInside(block, button.value.startsWith('add:'));
  });
}

function focusInside(block, wasAdded) {
  const entries = block.querySelectorAll('.entries > li');
  const inNewest = entries[entries.length - 1]?.querySelector('input:not([type="hidden"])');
  const field = wasAdded ? inNewest : block.querySelector('input[type="file"], .buttons button') ?? inNewest;
  field?.focus();
}
