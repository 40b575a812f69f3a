// Decisions and other steps on their way to the kernel. Each waits here until it is answered by name, so that a lost kernel loses none.

const PATIENCE = 4000; // ms without an answer before the connection counts as lost
const RETRY = 5000; // ms between attempts while it is lost

function outbox(model, changed) {
  const waiting = new Map(); // request → message, oldest first
  let since = 0, tried = 0, lost = false, timer = 0, notify = changed;

  const transmit = (message) => {
    try {
      model.send(message);
    } catch {
      lost = true;
    }
  };
  const tick = () => {
    if (!waiting.size) return stop();
    const now = Date.now();
    if (!lost && now - since > PATIENCE) lost = true;
    if (lost && now - tried > RETRY) {
      tried = now;
      transmit(waiting.values().next().value); // one knock; the rest follow when it is answered
    }
    notify();
  };
  const stop = () => {
    clearInterval(timer);
    timer = 0;
  };
  const leaving = (event) => waiting.size && event.preventDefault();
  addEventListener("beforeunload", leaving);

  return {
    waiting,
    get lost() { return lost && waiting.size > 0; },
    attach(next) { notify = next; },
    /** The last decision about a finding that is not answered yet. */
    about(fingerprint) {
      let last = null;
      const about = (message) => (message.type === "decide" && (message.fingerprint === fingerprint || message.also?.includes(fingerprint))) || (message.type === "together" && message.chosen.some(([, one]) => one === fingerprint));
      for (const message of waiting.values()) if (about(message)) last = message;
      return last;
    },
    /** The last verdict on a held-back match that is not answered yet; "" = none. */
    verdict(fingerprint) {
      let last = "";
      for (const message of waiting.values()) if (message.type === "verdict" && message.fingerprint === fingerprint) last = message.action;
      return last;
    },
    /** What is said while nothing answers; "" otherwise. */
    get trouble() {
      const count = waiting.size;
      return lost && count ? `Connection lost. ${counted(count, "decision")} ${count === 1 ? "waits" : "wait"} here and will be sent.` : "";
    },
    put(message) {
      const request = newName();
      if (!waiting.size) since = tried = Date.now();
      waiting.set(request, { ...message, request });
      transmit(waiting.get(request));
      timer ||= setInterval(tick, 500);
      notify();
    },
    answered(request) {
      if (!waiting.delete(request)) return;
      since = Date.now();
      if (lost) {
        lost = false;
        for (const message of waiting.values()) transmit(message);
      }
      if (!waiting.size) stop();
      notify();
    },
    close() {
      stop();
      removeEventListener("beforeunload", leaving);
    },
  };
}

// randomUUID needs a secure context; a plain-http newsroom server is not one.
function newName() {
  if (crypto.randomUUID) return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
