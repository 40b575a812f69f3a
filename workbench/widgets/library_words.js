// Words of the place of claims: keys, standings, levels of a use, states of a source.

const PLACE_KEYS = [
  [["J", "K"], "next, previous (arrows too)"], [["Enter"], "open: go to what stands under it"], [["Esc"], "back to the list; clear what you look for"], [["/"], "find"],
  [["1", "–", "4"], "Library, Consistency, Sources, Tables"], [["N"], "approve a claim into the library"], [["O"], "open the article"], [["L"], "link: this sentence is this claim"],
  [["E"], "keep words that differ, with a reason"], [["X"], "refuse: this is another claim"], [["C"], "change a fact, or confirm a source"], [["R"], "renew a claim that ends soon; review together all that rests on a fact"],
  [["S"], "let the library's value count"], [["U"], "undo what you did last to the library, or said of a use"], [["F6"], "next part of the screen"], [["?"], "this list"],
];
const PLACE_HINTS = {
  library: [[["J", "K"], "move"], [["Enter"], "uses"], [["L"], "link"], [["E"], "keep"], [["X"], "refuse"], [["O"], "open"], [["N"], "approve"], [["R"], "renew"], [["?"], "keys"]],
  consistency: [[["J", "K"], "move"], [["Enter"], "what rests on it"], [["C"], "change"], [["R"], "review together"], [["E"], "keep"], [["?"], "keys"]],
  sources: [[["J", "K"], "next, previous"], [["Enter"], "claims"], [["C"], "confirm"], [["O"], "open article"], [["?"], "keys"]],
};
const STANDING_STATES = { substantiated: "approved", expired: "expired", disputed: "changes", unsubstantiated: "" };
const SOURCE_WORDS = {
  resolves: "Resolves", retracted: "Retracted", concern: "Expression of concern", malformed: "Identifier cannot be right", "not found": "Not found",
  corrected: "Corrected", "not verified": "Not looked up", "only named": "Only named",
};
const SOURCE_STATES = { resolves: "approved", retracted: "expired", concern: "expired", malformed: "changes", "not found": "changes", corrected: "changes" };
const DIFFERENCE_WORDS = {
  number: "Number", unit: "Unit", medicine: "Medicine", condition: "Condition", population: "People", name: "Name", limit: "Limit", demand: "Demand", degree: "How sure",
  hedge: "How sure", restriction: "Restriction", qualifier: "Needed phrase", wording: "Wording", country: "Country",
};

const firstUp = (text) => (text ? text.charAt(0).toUpperCase() + text.slice(1) : "");
const standingState = (word) => say("span", `state ${STANDING_STATES[word] || ""}`, firstUp(word || "unsubstantiated"));
const sourceState = (word) => say("span", `state ${SOURCE_STATES[word] || ""}`, SOURCE_WORDS[word] || firstUp(word));
const WHERE_WORDS = { expired: "Page expired", held: "On hold", inherited: "Inherited page" };
const whereWord = (where) => WHERE_WORDS[where] || firstUp(where || "draft");
const whereTag = (where) => make("span", { class: "tag" }, whereWord(where));
/** A sentence of an article's source without the marks of its links and stresses. */
const unmarked = (text) => String(text).replace(/!?\[([^\]\n]*)\]\([^()\s]*\)/g, "$1").replace(/(\*\*|__|`)(?=\S)([^*`]*?\S)\1/g, "$2");
/** Days inside a sentence, as people say them. */
const dated = (text) => String(text).replace(/\b\d{4}-\d{2}-\d{2}\b/g, day);
const articleAddress = (name) => `./#article=${encodeURIComponent(name)}`;
const openLink = (name, words = "Open") => make("a", { class: "btn small", href: articleAddress(name), "data-act": "O", "aria-keyshortcuts": "O" }, words, cap("O"));

/** A button of an entry, found again after a redraw by its key. */
const act = (words, keyName, press, more = {}) => button(words, press, { keyName, className: "small", "data-act": keyName, ...more });

/** Term and words in a list of facts; what is empty is left out, unless `blank` says what stands there. */
function terms(pairs) {
  const shown = pairs.filter(([, words, blank]) => (Array.isArray(words) ? words.length : words) || blank);
  return make("dl", { class: "terms" }, shown.map(([term, words, blank]) => {
    const empty = Array.isArray(words) ? !words.length : !words;
    const inner = empty ? make("span", { class: "muted" }, blank) : Array.isArray(words) ? words.map((one) => say("span", "chip", one)) : words instanceof Node ? words : say("span", "", words);
    return [make("dt", {}, term), make("dd", {}, inner)];
  }));
}

/** A use beside the approved wording: what went is struck through, what came is marked; words tell it too. */
function worded(pieces) {
  return make("p", { class: "worded" }, pieces.map(([kind, text]) => {
    if (kind === "=") return say("span", "", text);
    return make(kind === "-" ? "del" : "ins", {}, hidden(kind === "-" ? " (approved: " : " (here: "), say("span", "", text), hidden(") "));
  }));
}

function difference(one) {
  const side = (text) => (text ? [make("b", { class: "iso" }, text)] : [make("i", {}, "nothing")]);
  const words = DIFFERENCE_WORDS[one.what] || firstUp(one.what);
  return make("li", {}, sev(one.grave ? "error" : "note", words), make("span", { class: "iso" }, " approved: ", side(one.library), " · here: ", side(one.article)));
}

/** How many days lie between two days. */
const daysTo = (from, to) => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86400000);

/** When something ends, as people say it. */
function ending(as_of, to) {
  const days = daysTo(as_of, to);
  if (Number.isNaN(days)) return "";
  if (days < 0) return `${counted(-days, "day")} ago`;
  return days < 92 ? `in ${counted(days, "day")}` : `in ${counted(Math.round(days / 30.4), "month")}`;
}

const kindWords = { efficacy: "Efficacy", dosing: "Dose", safety: "Safety" };
const kindWord = (kind) => (kind ? kindWords[kind] || firstUp(kind) : "Any kind");
