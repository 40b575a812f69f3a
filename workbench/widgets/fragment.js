// What an address says behind its "#": what a screen begins with. It never leaves the browser: servers do not see it.

const FRAGMENT = ["topic", "article", "conflict", "check", "view"];
const FRAGMENT_LONGEST = 600; // characters of one value; longer ones are nobody's

/** "#topic=dosing&article=lamp" → { topic: ["dosing"], article: "lamp" }; what is not known is left out. */
function readFragment(hash = location.hash) {
  const wanted = { topic: [] };
  let given = [];
  try {
    given = [...new URLSearchParams(String(hash).replace(/^#/, ""))];
  } catch { /* not one of ours */ }
  for (const [name, value] of given) {
    if (!FRAGMENT.includes(name) || !value || value.length > FRAGMENT_LONGEST) continue;
    wanted[name] = name === "topic" ? value.split(",").filter((topic) => /^[a-z ]{1,40}$/.test(topic)) : value;
  }
  return wanted;
}

/** { topic: ["dosing"], article: "lamp" } → "#topic=dosing&article=lamp"; "" where nothing is wanted. */
function fragmentOf(wanted) {
  const given = new URLSearchParams();
  for (const name of FRAGMENT) {
    const value = wanted[name];
    if (Array.isArray(value) ? value.length : value) given.set(name, Array.isArray(value) ? value.join(",") : value);
  }
  const text = given.toString().replaceAll("%2C", ",");
  return text && `#${text}`;
}
