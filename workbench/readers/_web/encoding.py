"""The encoding of a web page: its byte order mark, what it declares, or UTF-8."""

from __future__ import annotations

import re
from typing import Any

from workbench.errors import Unreadable
from workbench.readers._lazy import lazily
from workbench.readers._source import decode
from workbench.readers._web.references import attributes
from workbench.readers._web.tokens import TAG

_FIRST = 1024  # bytes in which a page declares its encoding
_REMARK = lazily(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_XML = lazily(r"<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"']([^\"'>]{1,40})")
_CHARSET = lazily(r"charset\s*=\s*[\"']?\s*([^\s\"';,>]{1,40})", re.IGNORECASE)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_REMEDY = "save the page as UTF-8, or declare the encoding that it has: <meta charset=…>"


def text_of(data: bytes) -> str:
    """The source text of a web page; a byte order mark and line ends stay as they are.

    Raises:
        Unreadable: it is not text in the encoding that it declares, or in UTF-8 where it declares none.
    """
    label = "" if data.startswith(_MARKS) else _declared(data[:_FIRST].decode("latin-1"))
    if not label:
        return _unicode(data, _MARKS[0] in data[:3])
    encoding = _encoding(label)
    if encoding.name in ("utf-8", "utf-16le", "utf-16be"):  # a page that can say so in ASCII is no UTF-16
        return _unicode(data, True)
    try:
        text: str = encoding.codec_info.decode(data, "strict")[0]
    except UnicodeDecodeError as error:
        if (found := _utf8(data)) is not None:
            return decode(found.encode())
        where = f"byte {error.start} is not of that encoding"
        raise Unreadable(f"says that it is {encoding.name}, but {where}; {_REMEDY}") from error
    return decode(text.encode())  # for its look at NUL characters


def _unicode(data: bytes, said: bool) -> str:
    try:
        return decode(data)
    except Unreadable as error:
        cause = error.__cause__
        if isinstance(cause, UnicodeDecodeError) and not data.startswith(_MARKS[1:]):
            what = "says that it is UTF-8" if said else "does not say which encoding it has and is not UTF-8"
            raise Unreadable(f"{what} (byte {cause.start} does not fit); {_REMEDY}") from error
        raise


def _utf8(data: bytes) -> str | None:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None


def _encoding(label: str) -> Any:
    import webencodings  # only pages that declare an encoding pay for it

    found = webencodings.lookup(label)
    if found is None or found.name in ("replacement", "x-user-defined"):
        shown = "".join(char for char in label if char.isprintable())
        raise Unreadable(f"says that its encoding is “{shown}”, which browsers do not read; save the page as UTF-8")
    return found


def _declared(head: str) -> str:
    """The label of the encoding that the beginning of a page declares; "" without one."""
    xml = _XML.match(head)
    if xml:
        return xml[1].strip()
    text = _REMARK.sub(lambda found: " " * len(found.group()), head)
    for found in TAG.finditer(text) if "charset" in text.lower() else ():
        if found[1] or found[2].lower() != "meta":
            continue
        said = attributes(text, *found.span(3))
        if said.get("charset", "").strip():
            return said["charset"].strip()[:40]
        if said.get("http-equiv", "").strip().lower() == "content-type":
            charset = _CHARSET.search(said.get("content", ""))
            if charset:
                return charset[1]
    return ""
