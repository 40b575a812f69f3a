"""Asking all services, a few at once; a service that keeps failing is left alone."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from datetime import date
from threading import Lock

from workbench.config import Online
from workbench.model import Known
from workbench.online.client import Client, Failed
from workbench.online.manners import Manners
from workbench.online.services import SERVICES, Answers, Service

__all__ = ["SERVICES", "ask"]


def ask(
    wanted: Mapping[Service, list[str]], as_of: date, settings: Online, manners: Manners
) -> Generator[tuple[Service, str, Known | str]]:
    """Each identifier with what is on record or, as text, why nothing can be said; in the order of the answers."""
    chunks = [
        (service, asked[at : at + service.at_a_time])
        for service, asked in wanted.items()
        for at in range(0, len(asked), service.at_a_time)
    ]
    if not chunks:
        return
    client = Client(manners, settings.mailto)
    desks = {service.name: _Desk(service, client, manners) for service in wanted}
    pool = ThreadPoolExecutor(manners.at_once, thread_name_prefix="look-up")
    try:
        waiting: dict[Future[Answers], tuple[Service, list[str]]] = {
            pool.submit(desks[service.name].answers, asked, as_of, settings): (service, asked)
            for service, asked in chunks
        }
        for future in as_completed(waiting):
            service, asked = waiting[future]
            answers = future.result()
            yield from ((service, one, answers[one]) for one in asked)
    finally:  # also when the person stops the run
        client.stop()
        pool.shutdown(wait=True, cancel_futures=True)


class _Desk:
    """One service during one run."""

    def __init__(self, service: Service, client: Client, manners: Manners) -> None:
        self._service, self._client, self._manners = service, client, manners
        self._failures = 0
        self._lock = Lock()

    def answers(self, asked: list[str], as_of: date, settings: Online) -> Answers:
        """What the service says, never an exception: a surprise is a reason too."""
        with self._lock:
            if self._failures >= self._manners.give_up:
                return dict.fromkeys(asked, "the service failed several times and was left alone; run again later")
        try:
            found = self._service.ask(self._client.get, asked, as_of, settings)
        except Failed as error:
            with self._lock:
                self._failures = self._failures + 1 if error.service_down else 0
            return dict.fromkeys(asked, str(error))
        except Exception as error:  # one answer must not take the run with it
            return dict.fromkeys(asked, f"the look-up failed ({type(error).__name__})")
        with self._lock:
            self._failures = 0
        return found
