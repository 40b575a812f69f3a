"""`workbench sources` as functions: what the caller wants → text and an exit code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from workbench import claim_table, config, files, identifiers, sources
from workbench.errors import Unreadable, Usage, WorkbenchError
from workbench.folder_lock import locked
from workbench.model import SourceText
from workbench.placing import CHANGED
from workbench.sources import evidence, index, texts
from workbench.sources.shelf import Shelf
from workbench.writers.terminal import clean

_OK, _FOUND, _INCOMPLETE = 0, 1, 3


class New(Struct, frozen=True):
    """What a person says about a source; "" where there is nothing to say. `replace` allows a key that is taken."""

    file: str
    key: str
    identifiers: tuple[str, ...] = ()
    title: str = ""
    version: str = ""
    url: str = ""
    replace: bool = False


def add(as_of: date, working_directory: Path, new: New) -> tuple[str, int]:
    """Copy a file into `claims/sources/` and write its row into the index.

    Raises:
        WorkbenchError: no newsroom, no such file, a key that is taken, an identifier that is none, or a file that
            cannot be read; nothing is written then.
    """
    root = _root(working_directory)
    given = Path(new.file)
    suffix = {".htm": ".html", ".xhtml": ".html"}.get(given.suffix.lower(), given.suffix.lower())
    if suffix not in index.SUFFIXES:
        raise Usage(f"{clean(new.file)}: sources are kept as {', '.join(index.SUFFIXES)}; save it as one of these")
    if not index.is_key(new.key):
        raise Usage(f"--key: “{clean(new.key)}” is no name for a source; write {index.KEY_FORM}")
    if not given.is_file():
        raise Usage(f"{clean(new.file)}: there is no such file; check the path")
    try:
        data = texts.bytes_of(given)
        text = texts.read(data, suffix)
    except Unreadable as error:
        raise Unreadable(f"{clean(new.file)}: {error}. Nothing was added") from error
    with locked(root / index.FOLDER):
        rows = {row["key"]: row for row in index.read(root)}
        old = rows.get(new.key, {})
        if old and not new.replace:
            raise Usage(
                f"there is a source “{new.key}” already; choose another key, or say --replace for a new version"
            )
        row = _row(new, text, data, as_of, old)
        others = _taken(rows, row)
        files.replace(root / index.FOLDER / f"{new.key}{suffix}", data)
        for other in index.SUFFIXES:
            if other != suffix:
                (root / index.FOLDER / f"{new.key}{other}").unlink(missing_ok=True)
        index.write(root, {**rows, new.key: row}.values())
    lines = [f"{index.NAME}: {new.key}, “{clean(row['title'])}”, {row['identifiers'] or 'no identifier'}."]
    if not row["identifiers"] and not row["url"]:
        lines.append(
            "  No claim finds it by itself yet: give --doi, --pmid or --url, or name it in a claim's evidence."
        )
    lines += [f"  Also the identifier of {other}; claims that cite it find the first of both." for other in others]
    return _text(lines), _OK


def list_sources(working_directory: Path) -> tuple[str, int]:
    """The sources with what is wrong with them, and the confirmed places that have to be looked at again.

    Returns:
        Text; 0, 1 where a confirmed place's source changed, 3 where a source is missing, changed or cannot be read.
    """
    shelf = sources.shelf(_root(working_directory))
    if not shelf.rows:
        return "No sources yet. Keep the ones that claims rest on: workbench sources add FILE --key KEY\n", _OK
    code = _OK
    lines: list[str] = []
    for key, row in shelf.rows.items():
        problem = shelf.problem(key)
        version = f", version {clean(row['version'])}" if row["version"] else ""
        lines.append(f"{key}  {clean(row['title']) or 'no title'}{version}")
        about = "; ".join(filter(None, (row["identifiers"], row["url"])))
        lines.append(f"    {clean(about) or 'no identifier'}, retrieved {clean(row['retrieved']) or 'on no day told'}")
        if problem:
            code = _INCOMPLETE
            lines.append(f"    Not used: it {clean(problem)}.")
        else:
            lines.append(f"    {_extent(shelf[key])}")
    again = list(_to_confirm(shelf))
    return _text([*lines, *again]), max(code, _FOUND if again else _OK)


def _row(new: New, text: texts.Text, data: bytes, as_of: date, old: Mapping[str, str]) -> dict[str, str]:
    """The row of a source: what the person said, else what the row said, else what the file says."""
    given = [one.identifier for written in new.identifiers for one in identifiers.within(written)]
    wrong = [name for name in given if identifiers.problem(name)]
    if len(given) != len(new.identifiers) or wrong:
        told = identifiers.problem(wrong[0]) if wrong else "write it as 10.… or as digits"
        raise Usage(f"--doi, --pmid: {clean('; '.join(new.identifiers))}: {told}. Nothing was added")
    if new.url and not new.url.startswith(("https://", "http://")):
        raise Usage(f"--url: “{clean(new.url)}” is no address; write one that begins https://")
    names = "; ".join(dict.fromkeys(given)) or old.get("identifiers", "") or "; ".join(text.identifiers)
    return {
        **old,
        "key": new.key,
        "title": new.title or old.get("title", "") or text.title,
        "identifiers": names,
        "version": new.version or ("" if new.replace else old.get("version", "")),
        "retrieved": as_of.isoformat(),
        "hash": sha256(data).hexdigest(),
        "url": new.url or old.get("url", ""),
    }


def _taken(rows: Mapping[str, Mapping[str, str]], row: Mapping[str, str]) -> list[str]:
    mine = set(index.names(row))
    return [key for key, other in rows.items() if key != row["key"] and mine & set(index.names(other))]


def _extent(source: SourceText) -> str:
    """Pages and words, and how many pages hold no text that could be read."""
    ends = (*source.pages[1:], len(source.text))
    silent = sum(not source.text[at:to].strip() for at, to in zip(source.pages, ends, strict=True))
    pages = f"{len(source.pages)} page{'' if len(source.pages) == 1 else 's'}, {len(source.text.split()):,} words"
    return f"{pages}; {silent} of them without text, which nothing is found on" if silent else pages


def _to_confirm(shelf: Shelf) -> Iterator[str]:
    """Claims whose confirmed place is not in the source any more, over all claim tables."""
    folder = shelf.root / "claims"
    for path in sorted(folder.rglob("*.csv")):
        name = path.relative_to(folder).as_posix()
        try:
            rows = claim_table.read(path, f"claims/{name}")
        except (WorkbenchError, OSError):
            continue  # another table; `workbench claims` says what is wrong with a broken one
        for row in rows:
            for place in evidence.parse_evidence(row["evidence"]):
                if not shelf.holds(place):
                    yield f"claims/{name}: {row['id']}: {CHANGED}: {clean(str(place))}"


def _root(working_directory: Path) -> Path:
    root = config.load(working_directory).root
    if root is None:
        raise Usage("no newsroom here: sources stand beside its articles; make a workbench.toml in its folder first")
    return root


def _text(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
