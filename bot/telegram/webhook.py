"""A webhook that says 200 to Telegram only once the reply has been sent."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
import time
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from bot import __version__
from bot.settings import Settings
from bot.state import State
from bot.telegram.application import DeskApplication
from bot.telegram.handlers import UPDATE_KINDS
from bot.telegram.metrics import metrics_page
from bot.telegram.work import ELSEWHERE, Pace, Work, insist, keep_house

PATH = "/webhook"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
BODY_LIMIT = 1_000_000
"""Bytes of one update; Telegram's own are a few thousand."""
CONNECTIONS = 100
"""How many updates Telegram may deliver at once; its most (Bot API, setWebhook)."""
MOST_TRIES = 5
"""How often Telegram delivers an update that fails, before it is set aside."""

_LOG = logging.getLogger(__name__)


class Webhook:
    """Takes updates from Telegram over HTTP. A failure is a 5xx, so that Telegram delivers the update again."""

    def __init__(self, application: DeskApplication, state: State, settings: Settings, pace: Pace) -> None:
        self._application = application
        self._state = state
        self._settings = settings
        self._pace = pace
        self._work = Work(application, state, pace)
        self._last_update = 0.0
        pages = {PATH: _Delivery, "/healthz": _Health, "/metrics": _Metrics}
        routes = [(path, page, {"webhook": self}) for path, page in pages.items()]
        self._server = HTTPServer(Application(routes, log_function=_no_log), max_body_size=BODY_LIMIT)
        self.is_connected = False
        self.is_closing = False
        self.port = 0
        """Where it listens; 0 before it does."""

    async def serve(self) -> None:
        """Listens, tells Telegram where, and serves until it is cancelled; raises InvalidToken as polling does."""
        sockets = bind_sockets(self._settings.port, self._settings.host)
        self.port = sockets[0].getsockname()[1]
        self._server.add_sockets(sockets)
        await insist(self._application.initialize, self._pace)
        await insist(self._set, self._pace)
        self.is_connected = True
        _LOG.info("Connected to Telegram as @%s, listening on port %d", self._application.bot.username, self.port)
        await keep_house(self._application)

    async def finish(self) -> None:
        """Takes nothing new, and lets what was begun end within the grace period."""
        self.is_closing = True
        self._server.stop()
        await self._work.finish()
        await self._server.close_all_connections()

    async def abandon(self) -> None:
        """Ends what is under way at once; Telegram will deliver it again."""
        self.is_closing = True
        self._server.stop()
        await self._work.abandon()
        await self._server.close_all_connections()

    def is_from_telegram(self, secret: str) -> bool:
        """Whether whoever sent this knows the secret; takes as long for a wrong one as for a right one."""
        return hmac.compare_digest(secret.encode(), self._settings.webhook_secret.encode())

    async def deliver(self, raw: dict[str, Any]) -> int:
        """Answers an update; returns the HTTP status that tells Telegram what became of it."""
        if self.is_closing or not self.is_connected:
            return 503
        self._last_update = time.time()
        task = self._work.take(raw)
        await asyncio.wait([task], timeout=self._pace.answer_seconds)
        if not task.done() or task.cancelled():
            return 503
        error = task.result()
        if not error:
            return 200
        if error == ELSEWHERE:
            return 503
        if self._state.count_try(raw["update_id"]) < MOST_TRIES:
            _LOG.warning("Update %d failed (%s); Telegram is to deliver it again", raw["update_id"], error)
            return 500
        self._work.set_aside(raw["update_id"], error)
        return 200

    def health(self) -> dict[str, Any]:
        """What a host's health check may know: nothing of readers."""
        since = round(time.time() - self._last_update) if self._last_update else None
        return {
            "version": __version__,
            "knowledge": {story.story.id: str(story.story.as_of) for story in self._application.desk.stories},
            "telegram": "connected" if self.is_connected else "not reached yet",
            "state": "kept" if self._state.is_writable() else "not kept",
            "seconds_since_update": since,
        }

    def metrics(self) -> tuple[bytes, str] | None:
        """The page for Prometheus and its content type; None where the extra is not installed."""
        return metrics_page(self._application, self._work.answered)

    async def _set(self) -> bool:
        return await self._application.bot.set_webhook(
            f"{self._settings.webhook_url}{PATH}",
            secret_token=self._settings.webhook_secret,
            allowed_updates=UPDATE_KINDS,
            max_connections=CONNECTIONS,
            drop_pending_updates=False,
        )


class _Page(RequestHandler):
    def initialize(self, webhook: Webhook) -> None:
        self._webhook = webhook


class _Delivery(_Page):
    async def post(self) -> None:
        if not self._webhook.is_from_telegram(self.request.headers.get(SECRET_HEADER, "")):
            self.set_status(403)
            return
        raw = _read(self.request.body)
        self.set_status(await self._webhook.deliver(raw) if raw else 400)


class _Health(_Page):
    def get(self) -> None:
        health = self._webhook.health()
        self.set_status(200 if self._webhook.is_connected and not self._webhook.is_closing else 503)
        self.finish(health)


class _Metrics(_Page):
    def get(self) -> None:
        if page := self._webhook.metrics():
            content, kind = page
            self.set_header("Content-Type", kind)
            self.finish(content)
        else:
            self.set_status(404)
            self.finish("metrics are off: pip install factdesk[metrics]\n")


def _read(body: bytes) -> dict[str, Any] | None:
    """The update in a request; None where it is none."""
    try:
        raw = json.loads(body)
    except ValueError:
        return None
    is_update = isinstance(raw, dict) and isinstance(raw.get("update_id"), int)
    return raw if is_update else None


def _no_log(_handler: RequestHandler) -> None:
    """Addresses of readers' deliveries stay out of the log."""
