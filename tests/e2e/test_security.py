"""What a browser must never do on our pages, whatever articles, people and checks are called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from e2e.pages import ATTACK, BIDI, HOSTILE
from e2e.proxy import HEADER, Proxy
from e2e.served import Served, until
from e2e.test_doors import UPGRADE
from e2e.test_proxy import history, staffed

IMG = f"<img src=x onerror='{ATTACK}'>"
EVIL = "http://evil.example/x"
LONG = f"<script>{ATTACK}</script>" + "a very long word " * 6_000  # 100 kB
CHECK = f"""
title = "<svg onload='{ATTACK}'> {{{{7*7}}}}"
category = "marketing-absolute"
detector = "phrase"
severity = "warning"
confidence = "high"
message = "<script>{ATTACK}</script>{IMG} says the page."
why = "[here](javascript:{ATTACK.replace(" ", "")}) <style>*{{color:red}}</style> {{% raise %}}"
advice = "<a href='{EVIL}'>Look</a> {BIDI}"
sources = [{{ title = "{IMG}", url = "javascript:{ATTACK.replace(" ", "")}", year = 2026 }}]
[params]
phrases = ["wonder ferrol"]
[[example]]
text = "A wonder ferrol for all."
finds = ["wonder ferrol"]
[[example]]
text = "No such thing."
finds = []
"""
NAMED = f"""---
title: "{IMG} {{{{7*7}}}} wonder page"
author: "<b onmouseover=\\"{ATTACK}\\">Rhea</b>"
---
# The page

A wonder ferrol <style>@import "{EVIL}";</style> for [everyone](javascript:{ATTACK.replace(" ", "")}).
"""
PEOPLE = """
[people.mara]
name = "<img src=x onerror=alert(1)> {{7*7}} Mara"
roles = ["editor", "admin"]

[people.ines]
name = "Ines Calder"
roles = ["medical reviewer"]
"""


@pytest.fixture(scope="module")
def desk(voila: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    root = staffed(tmp_path_factory.mktemp("hostile") / "newsroom", hostile=HOSTILE)
    settings = root / "workbench.toml"
    settings.write_text(f'[newsroom]\ncountry = "US"\n[review]\nheader = "{HEADER}"\n{PEOPLE}')
    (root / "checks" / "marketing").mkdir(parents=True)
    (root / "checks" / "marketing" / "wonder-ferrol.toml").write_text(CHECK)
    articles = root / "articles"
    (articles / f"x' onerror='{ATTACK.replace('/', '')}' <img src=x>.md").write_text(NAMED)
    (articles / "long.md").write_text(f'---\ntitle: "{LONG[:50_000]}"\nauthor: "{LONG}"\n---\n# T\n\nA miracle cure.\n')
    running = Served(root, options=("--behind-proxy",))
    yield running
    assert running.stop() == 0, running.said
    assert "Traceback" not in running.said, running.said


_FIRED = """() => ({
  fired: window.fired ?? 0,
  mine: document.querySelectorAll('iframe, object, embed, base, meta[http-equiv], [onerror], [onload]').length,
  scripts: [...document.scripts].filter((one) => /fired/.test(one.textContent) && !/json/.test(one.type)).length,
  hosts: performance.getEntriesByType('resource').map((one) => one.name).filter((one) => one.includes('evil')).length,
  links: [...document.querySelectorAll('a')].filter((one) => /^javascript:/i.test(one.href)).length,
})"""
_NOTHING = {"fired": 0, "mine": 0, "scripts": 0, "hosts": 0, "links": 0}


def test_names_checks_titles_and_reasons_that_attack_are_shown_and_do_nothing(desk: Served, chromium: Any) -> None:
    with Proxy("mara", desk.port) as proxy, chromium.visit(desk, proxy.address) as visit:
        page = visit.queue().page
        assert "<img src=x onerror=alert(1)> {{7*7}} Mara" in page.inner_text(".who")
        assert page.evaluate(_FIRED) == _NOTHING
        visit.open("wonder page")
        assert "{{7*7}}" in page.inner_text(".article .bar h1")
        visit.choose("{{7*7}}")  # the check's own title
        text = page.inner_text(".article")
        assert f"<script>{ATTACK}</script>" in text, text
        assert page.evaluate(_FIRED) == _NOTHING
        visit.press("d", "6")
        page.locator("dialog[open] textarea, dialog[open] input[type=text]").first.fill(f"{IMG} ten letters {BIDI}")
        page.locator("dialog[open]").get_by_role("button", name="Dismiss").click()
        visit.said("Dismissed")
        assert page.evaluate(_FIRED) == _NOTHING
        visit.reload().queue()
        assert page.url == proxy.address  # the address carries nothing
        assert page.evaluate(_FIRED) == _NOTHING
    assert history(desk)[-1][1] == "mara"


def test_a_title_and_an_author_of_a_hundred_kilobytes_leave_the_screen_usable(desk: Served, chromium: Any) -> None:
    with Proxy("ines", desk.port) as proxy, chromium.visit(desk, proxy.address) as visit:
        assert visit.queue().page.locator(".queue-view [role=row]").count() >= 3
        size = visit.page.evaluate("() => [document.documentElement.scrollWidth, innerWidth]")
        assert size[0] <= size[1]
        assert visit.page.evaluate(_FIRED) == _NOTHING


def test_markup_that_got_into_the_page_could_still_not_run_style_or_call_home(desk: Served, chromium: Any) -> None:
    """The wall behind the wall: what the policy stops where a screen of ours would have a hole."""
    with Proxy("mara", desk.port) as proxy, chromium.visit(desk, proxy.address) as visit:
        page = visit.queue().page
        found = page.evaluate(
            f"""async () => {{
              const hole = document.createElement("div");
              hole.innerHTML = `<style>body {{ --styled: 1 }}</style><i style="--inline: 1">x</i><img src="{EVIL}">
                <svg onload="window.fired = 1"></svg><img src="data:," onerror="window.fired = 1">`;
              document.body.append(hole);
              const script = document.createElement("script");
              script.textContent = "window.fired = 2";
              document.body.append(script);
              const tries = "let a = 'no'; try {{ a = new Function('return 1')(); }} catch {{ }} export default a;";
              const made = URL.createObjectURL(new Blob([tries], {{ type: "text/javascript" }}));
              const evaluated = (await import(made)).default;
              let called = "no";
              try {{ await fetch("{EVIL}", {{ mode: "no-cors" }}); called = "yes"; }} catch {{ }}
              await new Promise((done) => setTimeout(done, 100));
              const styled = getComputedStyle(document.body).getPropertyValue("--styled");
              const inline = getComputedStyle(hole.querySelector("i")).getPropertyValue("--inline");
              return {{ fired: window.fired ?? 0, evaluated, called, styled, inline }};
            }}"""
        )
        assert found == {"fired": 0, "evaluated": "no", "called": "no", "styled": "", "inline": ""}
        assert any("Content Security Policy" in fault for fault in visit.faults)
        visit.faults.clear()


def _page(desk: Served, person: str, more: str = "") -> tuple[str, str]:
    status, headers, body = desk.ask(f"GET / HTTP/1.0\n{HEADER}: {person}{more}")
    found = re.search(rb'"kernelId": "([0-9a-f-]{36})"', body)
    assert status == 200 and found, body[-300:]
    return found[1].decode(), headers["content-security-policy"]


def test_one_persons_page_kernel_and_line_are_closed_to_another(desk: Served) -> None:
    mine, first = _page(desk, "mara", "\nReferer: http://evil.example/?secret=tok1")
    theirs, second = _page(desk, "ines")
    assert mine != theirs
    assert re.findall(r"'nonce-(\S+)'", first)[0] != re.findall(r"'nonce-(\S+)'", second)[0]
    line = f"GET /api/kernels/{{}}/channels HTTP/1.1\n{UPGRADE}\nOrigin: http://127.0.0.1:{desk.port}\n{HEADER}: {{}}"
    assert desk.ask(line.format(theirs, "mara"))[0] == 403
    assert desk.ask(line.format(mine, "ines"))[0] == 403
    assert desk.ask(line.format(mine, "mara"))[0] == 101
    assert desk.ask(f"POST /voila/api/shutdown/{mine} HTTP/1.1\nContent-Length: 0\n{HEADER}: ines")[0] == 403
    kernels = desk.kernels()
    environments = [_environment(kernel) for kernel in kernels]
    assert all("tok1" not in one and "evil" not in one for one in environments)
    names = sorted(name for one in environments for name in re.findall(r"HTTP_X_REMOTE_USER=(\w+)", one))
    assert names == ["ines", "mara"]
    for kernel, person in ((mine, "mara"), (theirs, "ines")):
        desk.ask(f"POST /voila/api/shutdown/{kernel} HTTP/1.1\nContent-Length: 0\n{HEADER}: {person}")
    until(lambda: not desk.kernels(), "the kernels to end")


def _environment(process: int) -> str:
    return Path(f"/proc/{process}/environ").read_bytes().decode("utf-8", "replace").replace("\0", "\n")


@pytest.mark.parametrize("path", ["/", "/?secret=1", "/login", "/nowhere", "/voila/static/voila.js"])
def test_every_answer_carries_the_headers_and_no_cookie_that_a_script_can_read(desk: Served, path: str) -> None:
    _, headers, _ = desk.ask(f"HEAD {path} HTTP/1.1\n{HEADER}: mara")
    cookie = headers.get("set-cookie", "")
    assert not cookie or ("HttpOnly" in cookie and "SameSite=Strict" in cookie and "mara" not in cookie)
    policy = headers["content-security-policy"]
    assert "unsafe" not in policy and "*" not in policy and "http" not in policy and "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY" and "camera=()" in headers["permissions-policy"]
    assert headers["server"] == "workbench"


def test_a_name_in_the_header_that_attacks_is_text_on_every_page(desk: Served, chromium: Any) -> None:
    for name, status in ((f"eve{IMG}", 200), (f"<script>{ATTACK}</script>" * 3, 403)):  # the second is too long
        with Proxy(name.replace("\n", ""), desk.port) as proxy, chromium.visit(desk, proxy.address) as visit:
            if status == 200:
                visit.queue()
                assert name in visit.page.inner_text(".who")
            else:
                assert "cannot be a name" in visit.page.inner_text("[role=alert]")
                visit.faults[:] = [fault for fault in visit.faults if "403" not in fault]
            assert visit.page.evaluate(_FIRED) == _NOTHING
