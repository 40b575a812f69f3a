// When a draft is checked, and what is said while no answer comes: each text has a number, and only the newest counts.

const PAUSE = 400; // ms after the last key until a text is checked
const SLOW = 1000; // ms until it is said that a check runs
const DEAF = 12000; // ms without an answer after which the checks count as stopped; long texts get longer

/** `text` is the text area of a typed draft, null for a file that is followed elsewhere. */
function draftChecks(model, { draft, text, typed, side }) {
  let number = model.get("panel")?.n ?? 0, timer = 0, slow = 0, deaf = 0;

  const tell = (message) => {
    await_();
    try {
      model.send(message);
    } catch {
      stopped();
    }
  };

  function check() {
    clearTimeout(timer);
    timer = 0;
    const size = text.text.length, many = (n) => n.toLocaleString("en");
    if (size > draft.longest) return side.trouble(`This is more than one article: ${many(size)} characters, and ${many(draft.longest)} can be checked. Your text is as it was; shorten or split it.`);
    number += 1;
    return tell({ type: "check", number, text: text.text, seen: text.seen() });
  }

  function await_() {
    [slow, deaf].forEach(clearTimeout);
    slow = setTimeout(() => side.wait(true), SLOW);
    deaf = setTimeout(stopped, DEAF + (text?.text.length || 0) / 20);
  }

  function stopped(kind = "") {
    [slow, deaf].forEach(clearTimeout);
    side.trouble("Checks are not running; your text is not affected.", { details: kind, restart: true });
  }

  return {
    check,
    /** Somebody types: the check waits until they stop. */
    typing() {
      clearTimeout(timer);
      timer = setTimeout(check, PAUSE);
    },
    restart() {
      side.trouble("");
      number += 1;
      tell({ type: "again", number });
      if (typed) check();
    },
    get number() { return number; },
    /** A text was typed that is not checked yet. */
    get pending() { return timer !== 0; },
    /** What to show of an answer: null where it is of an older text, somebody still types, or nothing can be said. */
    accept(next) {
      if (typed && (next.n !== number || timer)) return null;
      clearTimeout(deaf);
      if (next.failed) return void stopped(next.failed) || null;
      if (!typed) number = next.n ?? number;
      if (next.unread) {
        clearTimeout(slow);
        side.wait(true, "Of the last text");
        side.trouble(next.unread);
        return null;
      }
      if (!next.head) return null;
      side.trouble("");
      const partial = next.read < next.lines;
      if (!partial) {
        clearTimeout(slow);
        side.wait(false);
      }
      return { ...next, partial };
    },
    close: () => [timer, slow, deaf].forEach(clearTimeout),
  };
}
