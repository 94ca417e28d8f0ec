"""A webhook that says 200 to Telegram only once the reply has been sent."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from http import HTTPStatus
from typing import Any, TypeAlias, cast

from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPConnection, HTTPHeaders, HTTPServerRequest, ResponseStartLine
from tornado.iostream import StreamClosedError
from tornado.netutil import bind_sockets

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
TEXT = "text/plain; charset=utf-8"

Response: TypeAlias = tuple[int, str, bytes]
"""Status, content type and body."""

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
        self._pages: dict[tuple[str | None, str], Callable[[HTTPServerRequest], Awaitable[Response]]] = {
            ("POST", PATH): self._delivery,
            ("GET", "/healthz"): self._healthz,
            ("GET", "/metrics"): self._metrics,
        }
        self._responding: set[asyncio.Task[None]] = set()
        # Without the framework above it, which would take as much time as reading the update.
        self._server = HTTPServer(self._requested, max_body_size=BODY_LIMIT)
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
            "loaded_at": self._application.loaded_at.isoformat(timespec="seconds"),
            "reload": "failed" if self._application.has_mistakes else "well",
            "telegram": "connected" if self.is_connected else "not reached yet",
            "state": "kept" if self._state.is_writable() else "not kept",
            "seconds_since_update": since,
        }

    def _requested(self, request: HTTPServerRequest) -> None:
        task = asyncio.create_task(self._respond(request))
        self._responding.add(task)
        task.add_done_callback(self._responding.discard)

    async def _respond(self, request: HTTPServerRequest) -> None:
        page = self._pages.get((request.method, request.path))
        try:
            status, kind, body = await page(request) if page else (404, TEXT, b"")
        except Exception as error:
            _LOG.error("A request to %s failed: %s", request.path, type(error).__name__)
            status, kind, body = 500, TEXT, b""
        headers = HTTPHeaders({"Content-Type": kind, "Content-Length": str(len(body))})
        start = ResponseStartLine("HTTP/1.1", status, HTTPStatus(status).phrase)
        connection = cast(HTTPConnection, request.connection)
        # Whoever has hung up by now asks again.
        with suppress(StreamClosedError):
            await connection.write_headers(start, headers, body)
            connection.finish()

    async def _delivery(self, request: HTTPServerRequest) -> Response:
        if not self.is_from_telegram(request.headers.get(SECRET_HEADER, "")):
            return 403, TEXT, b""
        raw = _read(request.body)
        return await self.deliver(raw) if raw else 400, TEXT, b""

    async def _healthz(self, _request: HTTPServerRequest) -> Response:
        is_well = self.is_connected and not self.is_closing
        return 200 if is_well else 503, "application/json", json.dumps(self.health()).encode()

    async def _metrics(self, _request: HTTPServerRequest) -> Response:
        page = metrics_page(self._application, self._work.answered)
        return (200, page[1], page[0]) if page else (404, TEXT, b"metrics are off: pip install factdesk[metrics]\n")

    async def _set(self) -> bool:
        return await self._application.bot.set_webhook(
            f"{self._settings.webhook_url}{PATH}",
            secret_token=self._settings.webhook_secret,
            allowed_updates=UPDATE_KINDS,
            max_connections=CONNECTIONS,
            drop_pending_updates=False,
        )


def _read(body: bytes) -> dict[str, Any] | None:
    """The update in a request; None where it is none."""
    try:
        raw = json.loads(body)
    except ValueError:
        return None
    is_update = isinstance(raw, dict) and isinstance(raw.get("update_id"), int)
    return raw if is_update else None
