"""Who is there: by a proxy's header, by JupyterHub, by the account; each person decides under their own name."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from e2e.pages import LAMP, PROMISE
from e2e.proxy import HEADER, Proxy
from e2e.served import Served, newsroom, until
from e2e.test_doors import UPGRADE

PEOPLE = f"""
[review]
header = "{HEADER}"

[people.ines]
name = "Ines Calder"
roles = ["medical reviewer", "admin"]
aliases = ["ines.calder@news.example"]

[people.mara]
name = "Mara Olsen"
roles = ["editor"]
"""
READS = "You can read everything here. To decide, ask Ines Calder to name “eve” under [people]."


def staffed(folder: Path, more: str = "", **articles: str) -> Path:
    root = newsroom(folder, articles or {"lamp": LAMP.format(title="The lamp"), "vase": LAMP.format(title="The vase")})
    with (root / "workbench.toml").open("a") as file:
        file.write(more + PEOPLE)
    return root


@pytest.fixture(scope="module")
def team(voila: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    running = Served(staffed(tmp_path_factory.mktemp("team") / "newsroom"), options=("--behind-proxy",))
    yield running
    assert running.stop() == 0, running.said
    assert "Traceback" not in running.said, running.said


def history(served: Served, event: str = "decision") -> list[tuple[str, str]]:
    """Article and person of every such event, oldest first."""
    with closing(sqlite3.connect(served.root / ".workbench" / "queue.sqlite")) as database:
        return database.execute("select article, who from history where event = ?", (event,)).fetchall()


@pytest.mark.parametrize(
    ("sent", "id_", "shown", "article"),
    [
        ("mara", "mara", "Mara Olsen · editor", "The lamp"),
        ("ines.calder@news.example", "ines", "Ines Calder · medical reviewer", "The vase"),
    ],
)
def test_whom_the_header_names_decides_and_the_store_names_them(team, chromium, sent, id_, shown, article):
    with Proxy(sent, team.port) as proxy, chromium.visit(team, proxy.address) as visit:
        visit.open(article).choose(PROMISE)
        assert shown in visit.page.inner_text(".who")
        visit.press("d", "1")
        visit.said("Dismissed")
    assert history(team)[-1] == (article.split()[1], id_)
    rows = (team.root / "claims" / "decisions.csv").read_text().splitlines()
    assert any(line.startswith(article.split()[1]) and f",{id_}," in line for line in rows)
    assert not any(name in "".join(rows) for name in ("Mara", "Calder", "news.example"))


def test_who_is_not_named_reads_everything_and_is_told_who_can_help(team, chromium):
    before = history(team), history(team, "open")
    with Proxy("eve", team.port) as proxy, chromium.visit(team, proxy.address) as visit:
        visit.queue().see(READS)
        visit.open("The lamp").choose("Studies show")
        assert "eve · reader" in visit.page.inner_text(".who")
        visit.press("f", "d", "1", "u")
        assert READS in visit.page.inner_text(".decide [role=alert]")
        assert visit.page.get_by_role("button", name="Ask for fix").is_disabled()
        visit.page.goto(proxy.address + "claims")
        visit.page.wait_for_selector(".place-view .barred")
    assert (history(team), history(team, "open")) == before


def test_a_new_line_in_the_settings_counts_for_the_next_page(team, chromium):
    settings = team.root / "workbench.toml"
    before = settings.read_text()
    settings.write_text(before + '[people.eve]\nname = "Eve Stone"\nroles = ["editor"]\n')
    try:
        with Proxy("eve", team.port) as proxy, chromium.visit(team, proxy.address) as visit:
            visit.queue()
            assert "Eve Stone · editor" in visit.page.inner_text(".who")
            assert visit.page.locator(".barred").count() == 0
    finally:
        settings.write_text(before)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("", f"The proxy names nobody: {HEADER} is missing or empty; sign in there"),
        (f"{HEADER}:  ", "names nobody"),
        ("X_Remote_User: ines", "names nobody"),
        ("X-Remote-User2: ines\nRemote-User: ines", "names nobody"),
        ("Authorization: token ines", "names nobody"),
        (f"{HEADER}: ines\n{HEADER}: mara", f"{HEADER} names more than one person"),
        (f"{HEADER}: ines, mara", "names more than one person"),
        (f"{HEADER}: {'i' * 81}", "holds what cannot be a name"),
    ],
)
def test_nobody_is_told_how_to_sign_in_and_nothing_opens(team, lines, told):
    until(lambda: not team.kernels(), "the kernels of other pages to end")
    for path in ("/", "/claims", "/?token=", "/?token=ines"):
        status, headers, _ = team.ask("\n".join(filter(None, [f"GET {path} HTTP/1.1", lines])))
        assert (status, headers["location"].split("?")[0]) == (302, "/login")
    status, _, body = team.ask("\n".join(filter(None, ["GET /login HTTP/1.1", lines])))
    assert status == 403 and told in body.decode() and "<form" not in body.decode()
    assert team.kernels() == []


def test_who_signed_in_meanwhile_is_led_on(team):
    status, headers, _ = team.ask(f"GET /login?next=%2F HTTP/1.1\n{HEADER}: ines")
    assert (status, headers["location"]) == (302, "/")


def test_nobody_talks_to_the_kernel_of_somebody_else(team):
    _, _, body = team.ask(f"GET / HTTP/1.0\n{HEADER}: ines")
    found = re.search(rb'"kernelId": "([0-9a-f-]{36})"', body)
    assert found, body[-500:]
    channels = (
        f"GET /api/kernels/{found[1].decode()}/channels HTTP/1.1\n{UPGRADE}\nOrigin: http://127.0.0.1:{team.port}"
    )
    farewell = f"POST /voila/api/shutdown/{found[1].decode()} HTTP/1.1\nContent-Length: 0"
    for other in ("", f"\n{HEADER}: mara", f"\n{HEADER}: eve", f"\n{HEADER}: ines\n{HEADER}: ines"):
        assert team.ask(channels + other)[0] == 403
        assert team.ask(farewell + other)[0] == 403
    assert team.ask(f"{channels}\n{HEADER}: ines.calder@news.example")[0] == 101  # the same person by another name
    assert team.ask(f"{farewell}\n{HEADER}: ines")[0] == 204


def test_another_host_gets_nothing_behind_a_proxy_either(team):
    assert team.ask(f"GET / HTTP/1.1\n{HEADER}: ines", "evil.example")[0] == 404


def test_it_says_how_the_proxy_has_to_stand(team):
    assert f"{HEADER} says who they are: let the proxy alone reach this port, and replace that header" in team.said
    assert "Only this machine's own names are answered, until [review] in workbench.toml says address" in team.said
    assert "token" not in team.said


def test_a_header_counts_for_nothing_without_a_proxy(voila, chromium, tmp_path):
    """The account's own person is there, whatever a visitor sends."""
    root = staffed(tmp_path / "newsroom")
    served = Served(root, HTTP_X_REMOTE_USER="ines", REMOTE_USER="ines")
    try:
        with chromium.visit(served, extra_http_headers={HEADER: "ines", "X-Forwarded-User": "ines"}) as visit:
            visit.queue().see("You can read everything here")
            assert "Ines" not in visit.page.inner_text(".who") and "· reader" in visit.page.inner_text(".who")
        assert served.ask(f"GET / HTTP/1.1\n{HEADER}: ines")[0] == 302  # and it is no token
    finally:
        served.stop()


def test_jupyterhub_names_the_person_of_its_server(voila, chromium, tmp_path):
    served = Served(staffed(tmp_path / "newsroom"), JUPYTERHUB_USER="mara")
    try:
        with chromium.visit(served, extra_http_headers={HEADER: "ines"}) as visit:
            visit.open("The lamp").choose(PROMISE)
            visit.press("f")
            visit.said("Fix asked")
            assert "Mara Olsen · editor" in visit.page.inner_text(".who")
        assert history(served) == [("lamp", "mara")]
    finally:
        served.stop()


@pytest.mark.parametrize("keeps_host", [True, False])
def test_under_the_proxys_own_address_and_path(voila, chromium, tmp_path, keeps_host):
    with Proxy("mara", keeps_host=keeps_host) as proxy:
        root = staffed(tmp_path / "newsroom")
        settings = root / "workbench.toml"
        address = f"http://localhost:{proxy.port}/desk/"
        settings.write_text(settings.read_text().replace("[review]", f'[review]\naddress = "{address[:-1]}"'))
        served = Served(root, options=("--behind-proxy",))
        proxy.upstream = served.port
        try:
            assert f"People reach it at {address}" in served.said
            with chromium.visit(served, address) as visit:
                visit.open("The lamp").choose(PROMISE)
                visit.press("f")
                visit.said("Fix asked")
                visit.page.goto(address + "claims")
                visit.page.wait_for_selector(".place-view [role=tabpanel]")
            assert history(served) == [("lamp", "mara")]
            assert served.ask(f"GET / HTTP/1.1\n{HEADER}: mara")[0] == 404
            origin = "Origin: http://evil.example"
            assert served.ask(f"GET /desk/api/kernels/{'0' * 8}/channels HTTP/1.1\n{UPGRADE}\n{origin}")[0] != 101
        finally:
            served.stop()


def test_a_proxy_without_a_header_is_a_mistake_found_at_once(tmp_path):
    root = newsroom(tmp_path / "newsroom", {"lamp": LAMP.format(title="The lamp")})
    command = [sys.executable, "-m", "workbench", "serve", "--no-browser", "--behind-proxy", "--port", "0"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2 and 'can add header = "X-Remote-User" under [review]' in done.stderr
    assert done.stdout == ""
