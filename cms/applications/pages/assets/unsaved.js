// Which questions were changed on this page and are not known to be stored.
export class Unsaved {
  #newest = new Map(); // question: number of its newest change
  #refused = new Map(); // question: the change that the server could not store as it was typed
  #changes = 0;

  note(key) {
    this.#newest.set(key, ++this.#changes);
  }

  has(key) {
    return this.#newest.has(key);
  }

  get some() {
    return this.#newest.size > 0;
  }

  // {question: change}
  get all() {
    return new Map(this.#newest);
  }

  // {question: change} of those that are worth sending
  due() {
    return new Map([...this.#newest].filter(([key, change]) => this.#refused.get(key) !== change));
  }

  // after an answer to what was sent; what was typed since stays
  settle(sent, refused) {
    for (const [key, change] of sent) {
      if (this.#newest.get(key) !== change) continue;
      if (refused.has(key)) this.#refused.set(key, change);
      else this.#newest.delete(key);
    }
  }
}
