"""Behind a proxy: whom its header names is there, and whom it does not name is told how to sign in.

Whoever reaches this server directly can send any header. So it listens on this machine only, answers to its own names
and to the proxy's, and the proxy has to replace the header in whatever visitors send.
"""

from __future__ import annotations

from typing import Any

import tornado.web
from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.auth.identity import IdentityProvider, User
from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join

from workbench.review.people import Person, Unidentified, of_proxy
from workbench.staff import Staff


class ProxyIdentity(IdentityProvider):
    """Knows people by the proxy's header alone: no token, no cookie, no form. The app's settings have the `staff`."""

    @property
    def auth_enabled(self) -> bool:
        """There is nobody without a name."""
        return True

    def get_user(self, handler: tornado.web.RequestHandler) -> User | None:
        """Whom the header of this request names."""
        try:
            person = named(handler)
        except Unidentified:
            return None
        return User(username=person.id, name=person.name)

    def get_handlers(self) -> list[tuple[str, object]]:
        """The page for those whom nobody named; signing in is the proxy's."""
        server: Any = self.parent
        return [(url_path_join(server.base_url, "/login"), SignIn)]


def named(handler: tornado.web.RequestHandler) -> Person:
    """The person whom the headers of this request name; raises `Unidentified`."""
    staff: Staff = handler.settings["staff"]
    return of_proxy(staff, handler.request.headers)


class SignIn(JupyterHandler):
    """Says why nothing opens, and leads on as soon as the proxy names somebody."""

    @allow_unauthenticated
    def get(self) -> None:
        """The page, with status 403."""
        try:
            named(self)
        except Unidentified as error:
            self.set_status(403)
            told = str(error)
            page = self.settings["jinja2_env"].get_template("proxy.html")
            self.finish(page.render(message=told[0].upper() + told[1:], base_url=self.base_url))
            return
        self.redirect(self.base_url)


def opened_by_another(handler: JupyterHandler, kernel_id: str) -> bool:
    """Whether somebody else's page began this kernel: its decisions would carry that person's name."""
    if not isinstance(handler.identity_provider, ProxyIdentity) or kernel_id not in handler.kernel_manager:
        return False
    kernel: Any = handler.kernel_manager.get_kernel(kernel_id)
    return bool(kernel.opened_by != handler.current_user.username)
