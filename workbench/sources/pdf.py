"""PDF files, read in a process of their own: a file made to burn time or memory costs that process, not the run.

python -m workbench.sources.pdf   a PDF on stdin → {"title", "pages"} or {"unreadable"} as JSON on stdout
"""

from __future__ import annotations

import contextlib
import io
import json
import logging
import os
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workbench.errors import Unreadable

PAGES = 3_000  # of one file
PAGE = 200_000  # characters of one page
SECONDS = 120
_STREAM = 20_000_000  # bytes that one packed stream may unpack to
_PACKINGS = ("zlib", "lzw", "run_length", "array_based_stream", "brotli")
_MEMORY = 2 << 30  # bytes
_TRUNCATED = "…"
_HINT = "save the source's web page, or its text as .txt"


def read(data: bytes, seconds: int = SECONDS) -> tuple[str, list[str]]:
    """The title that a PDF states ("" = none) and the text of each page.

    Args:
        data: the file.
        seconds: after which we give up.

    Raises:
        Unreadable: broken, protected, pictures only, too long, or made to be unreadable; says what to do.
    """
    place = str(Path(__file__).resolve().parent.parent.parent)
    path = os.pathsep.join(filter(None, (place, os.environ.get("PYTHONPATH", ""))))
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-P", "-m", "workbench.sources.pdf"]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=seconds, env=environment, check=False)
    except subprocess.TimeoutExpired as error:
        raise Unreadable(f"took longer than {seconds} seconds to read; {_HINT}") from error
    try:
        answer = json.loads(done.stdout)
    except ValueError as error:
        raise Unreadable(f"needs more memory or time than one source may have; {_HINT}") from error
    if "unreadable" in answer:
        raise Unreadable(answer["unreadable"])
    return answer["title"], answer["pages"]


def extracted(data: bytes) -> tuple[str, list[str]]:
    """As `read`, in this process."""
    try:
        import pypdf
    except ImportError as error:
        raise Unreadable(
            "is a PDF, and the package pypdf is not installed: pip install 'workbench[sources]'"
        ) from error
    limits: dict[str, Any] = {f"{kind}_maximum_output_length": _STREAM for kind in _PACKINGS}
    with _quiet(), pypdf.apply_configuration(jbig2dec_binary=None, **limits):
        try:
            reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
            if reader.is_encrypted and not reader.decrypt(""):
                raise Unreadable("is protected by a password; keep a copy without one")
            count = len(reader.pages)
            if count > PAGES:
                raise Unreadable(f"has {count:,} pages, more than the {PAGES:,} of one source; keep the part you cite")
            title = _title(reader)
            pages = list(_pages(reader))
        except Unreadable:
            raise
        except pypdf.errors.DependencyError as error:
            raise Unreadable("is protected by a password; keep a copy without one") from error
        except Exception as error:  # whatever a broken file makes pypdf raise
            raise Unreadable(f"is broken, or no PDF ({type(error).__name__}); {_HINT}") from error
    if count and not any(page.strip() for page in pages):
        raise Unreadable(
            f"gives no text: its pages are pictures, or packed too far; run text recognition (OCR), or {_HINT}"
        )
    if not count:
        raise Unreadable(f"has no pages; {_HINT}")
    return title, pages


def _pages(reader: Any) -> Iterator[str]:
    total, failed = 0, 0
    for number in range(len(reader.pages)):
        try:
            text = reader.pages[number].extract_text() or ""
        except Exception:  # one broken page among good ones
            failed, text = failed + 1, ""
        if len(text) > PAGE:
            text = text[:PAGE] + _TRUNCATED
        total += len(text)
        if total > PAGES * PAGE // 30:
            raise Unreadable("holds more text than one source may; keep the part that claims rest on")
        yield text
    if failed and failed == len(reader.pages):
        raise Unreadable(f"is broken: none of its {failed} pages can be read; {_HINT}")


def _title(reader: Any) -> str:
    try:
        title = reader.metadata.title if reader.metadata else ""
    except Exception:  # a broken information dictionary says nothing
        return ""
    return title if isinstance(title, str) else ""


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """What pypdf has to say about a file goes nowhere: the error says it better."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(level)


def _limited() -> None:
    """Lower what this process may use."""
    try:
        import resource  # absent on Windows, where only the clock ends it

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 5))
    except (ImportError, ValueError, OSError):
        pass


def main() -> None:
    """Read stdin, answer on stdout."""
    data = sys.stdin.buffer.read()
    _limited()
    answer: dict[str, Any]
    try:
        title, pages = extracted(data)
        answer = {"title": title, "pages": pages}
    except Unreadable as error:
        answer = {"unreadable": str(error)}
    except (MemoryError, RecursionError):
        answer = {"unreadable": f"needs more memory or time than one source may have; {_HINT}"}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
