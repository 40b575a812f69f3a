// The table as a CSV file, made here, so that it can be had while nothing answers. No cell of it can run in a spreadsheet.

const CSV_STARTS = "=+-@\t\r＝＋－＠", CSV_PASSED_OVER = "'\"‘’“”`\u200b\u2060\ufeff"; // as workbench/spreadsheet.py has them

/** The cell with an apostrophe before it where it would begin with a formula's sign. */
function guardCell(text) {
  for (const character of text) {
    if (CSV_STARTS.includes(character)) return `'${text}`;
    if (!/[\s\x1c-\x1f\x85]/.test(character) && !CSV_PASSED_OVER.includes(character)) return text;
  }
  return text;
}

/** Rows of cells as CSV text. */
function csvOf(rows) {
  const cell = (value) => {
    const text = guardCell(String(value));
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => `${row.map(cell).join(",")}\n`).join("");
}

/** Hands a text over as a file. */
function download(name, text) {
  const address = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
  const link = make("a", { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
