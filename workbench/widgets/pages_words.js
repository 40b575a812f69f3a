// Pages as the kernel sends them, and the words in which their states, days and clocks are told.

const PAGE_STATES = { // [word, class of its dot, what it means here]
  published: ["Published", "published", ""], expired: ["Expired", "expired", "waits for a review"],
  inherited: ["Inherited", "inherited", "not reviewed here"], held: ["On hold", "expired", "site must confirm"],
  "putting back": ["Putting back", "changes", "1 of 2 people"],
};
const OFF_SITE = ["held", "putting back"];
const DECIDE_ROLES = ["editor", "medical reviewer"];
const KINDS_SIGNED = { editorial: "Editorial", medical: "Medical" };

/** Rows as objects, in the order of the names that came with them. */
const unpacked = (columns, rows) => rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at]])));

/** What all four parts of the screen share: the pages by name, who is here, and the moment as the kernel tells it. */
function pagesData(given) {
  const columns = given.columns || [], byName = new Map(unpacked(columns, given.rows || []).map((row) => [row.name, row]));
  const people = new Map((given.people || []).map((one) => [one.id, one]));
  const me = { ...given.person, roles: given.roles || [] };
  let drift = 0;
  const data = {
    given, byName, me, as_of: given.as_of || "", alone: Boolean(given.alone), complaints: given.complaints || [], rest: given.rest || [], catalogue: given.catalogue || {},
    get rows() { return [...byName.values()]; },
    title: (name) => byName.get(name)?.title || name,
    /** A person by name where the newsroom knows it. */
    who: (id, name = "") => people.get(id)?.name || name || id,
    decides: () => me.roles.some((role) => DECIDE_ROLES.includes(role)),
    /** Others who hold one of these roles, by name. */
    able: (roles) => [...people.values()].filter((one) => one.id !== me.id && one.roles.some((role) => roles.includes(role))).map((one) => one.name),
    now: () => Date.now() + drift,
    /** Takes in what changed: rows by name, complaints, the rest, numbers. */
    take(changes) {
      for (const name of changes.names || []) byName.delete(name);
      for (const row of unpacked(columns, changes.rows || [])) byName.set(row.name, row);
      for (const part of ["complaints", "rest", "catalogue"]) if (changes[part]) data[part] = changes[part];
      if (changes.now) data.at(changes.now);
    },
    at(moment) {
      const there = /T/.test(moment) ? Date.parse(moment) : NaN; // a day alone is no clock
      drift = Number.isNaN(there) ? 0 : there - Date.now();
    },
  };
  data.at(given.now || "");
  return data;
}

/** A step's refusal with the people who could take it, by name: "Only an editor … Mara Olsen or Ines Calder can." */
function refusal(data, bar) {
  const names = bar.roles?.length ? data.able(bar.roles) : [];
  const mine = data.me.roles.some((role) => bar.roles?.includes(role));
  return names.length && (!mine || /other than you/.test(bar.why)) ? `${bar.why} ${either(names.slice(0, 4))} can.` : bar.why;
}

const either = (names) => (names.length > 1 ? `${names.slice(0, -1).join(", ")} or ${names.at(-1)}` : names[0] || "");

/** A state as an outlined word, with what it means beside it. */
function pageState(row) {
  const [word, kind, more] = PAGE_STATES[row.live] || [row.live, "", ""];
  return [make("span", { class: `state ${kind}` }, word), more ? make("small", {}, more) : null];
}

/** The state in one sentence, for those who listen. */
const stateSaid = (row) => { const [word, , more] = PAGE_STATES[row.live] || [row.live, "", ""]; return more ? `${word}, ${more}` : word; };

/** A moment as people write it, here: "26 Nov 2026, 14:05"; a day alone stays a day. */
function momentOf(text) {
  if (!/T/.test(text || "")) return day(text);
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return text;
  const two = (number) => String(number).padStart(2, "0");
  return `${day(`${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`)}, ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** What is left until a moment: "5 h 12 min left", "under a minute left", "24 hours have passed". */
function left(ends, now) {
  const minutes = Math.floor((Date.parse(ends) - now) / 60000);
  if (Number.isNaN(minutes)) return "";
  if (minutes < 0) return "24 hours have passed";
  if (minutes < 1) return "under a minute left";
  return minutes < 60 ? `${minutes} min left` : `${Math.floor(minutes / 60)} h ${minutes % 60} min left`;
}

/** Days from `as_of` to a day; null where either is none. */
function daysUntil(text, as_of) {
  const [to, from] = [text, as_of].map((one) => (/^\d{4}-\d{2}-\d{2}$/.test(one || "") ? Date.parse(`${one}T00:00:00Z`) : NaN));
  return Number.isNaN(to - from) ? null : Math.round((to - from) / 86400000);
}

/** "in 3 days", "today", "2 days late". */
function ahead(days) {
  if (days === null) return "";
  if (days === 0) return "today";
  return days > 0 ? `in ${counted(days, "day")}` : `${counted(-days, "day")} late`;
}

/** Terms and what they are, as a list of pairs; empty ones are left out. */
const factList = (pairs) => make("dl", { class: "facts" }, pairs.filter(([, text]) => text !== "" && text !== null && text !== undefined).map(([term, text]) => [make("dt", {}, term), text instanceof Node ? make("dd", {}, text) : say("dd", "", text)]));

const paneHead = (words, more = "") => make("h3", {}, make("span", {}, words), more ? make("span", {}, more) : null);
