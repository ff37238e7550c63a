// The list of all steps beside the form (on a phone above it) follows what was saved.
export function showSteps(steps = []) {
  for (const list of document.querySelectorAll('ol.steps')) {
    for (const [place, { done, words }] of steps.entries()) {
      const line = list.children[place];
      line.classList.toggle('done', done);
      line.querySelector('.mark').textContent = done ? '✓' : place + 1;
      line.querySelector('small').textContent = words;
    }
  }
}
