"""A stand-in for Telegram's Bot API over real HTTP, which keeps Telegram's contract and can be made to fail.

In a test: `async with BotApi() as api`. On its own: `python -m tests.botapi --port 8081`; then readers' messages
are posted to /control/say as the arguments of `BotApi.say`, and /control/calls lists what the bot has done.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import re
import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import httpx
from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPServerRequest
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from tests.botapi_html import utf16_length
from tests.botapi_methods import BOT, METHODS, Json, Params, RefusedError, World, json_param

TOKEN = "123456789:AAtest-TOKEN_of_the_stand-in_0123456"
_ENTITIES = re.compile(r"(?P<bot_command>(?<![\w/])/\w{1,32}(?:@\w+)?)|(?P<mention>(?<!\w)@[A-Za-z]\w{3,31})")
_UNASKED = ("chat_member", "message_reaction", "message_reaction_count")
"""Updates that Telegram delivers only when they are asked for by name."""


@dataclass(frozen=True)
class Fault:
    """What goes wrong with one call. With neither status nor cut, the call is only slow."""

    status: int = 0
    description: str = "Bad Gateway"
    parameters: dict[str, Any] | None = None
    cut: str = ""
    """Whether the connection breaks `before` or `after` the call takes effect."""
    seconds: float = 0
    until: asyncio.Event | None = None
    """The call waits for this."""


@dataclass(frozen=True)
class Call:
    """A call that reached the server, and how it ended; status 0 is a broken connection."""

    method: str
    params: Params
    status: int
    result: Any


class BotApi:
    """The server, and what a test needs to play Telegram's readers."""

    def __init__(self, token: str = TOKEN) -> None:
        self.token = token
        self.world = World()
        self.calls: list[Call] = []
        self._faults: dict[str, deque[Fault]] = defaultdict(deque)
        self._changed = asyncio.Condition()
        self._last_update_id = 1000
        self._poll = 0
        self._server = HTTPServer(Application([(r"/(.*)", _Handler, {"api": self})], log_function=lambda _: None))
        self.url = ""
        self.arrived = 0
        """How many calls have begun."""
        self.latency = 0.0
        """Seconds that every call takes."""
        self.work: set[asyncio.Task[tuple[int, dict[str, Any]]]] = set()
        """The calls that are under way."""

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._server.stop()
        for work in self.work:
            work.cancel()
        await self._server.close_all_connections()

    async def start(self, port: int = 0) -> None:
        """Listens on 127.0.0.1, on a free port unless one is given."""
        sockets = bind_sockets(port, "127.0.0.1")
        self._server.add_sockets(sockets)
        self.url = f"http://127.0.0.1:{sockets[0].getsockname()[1]}"

    def calls_of(self, method: str) -> list[Call]:
        """The calls of a method, failed ones too, oldest first."""
        return [call for call in self.calls if call.method == method]

    @property
    def sent(self) -> list[dict[str, Any]]:
        """The messages that readers have got, oldest first."""
        return [message for message in self.world.messages.values() if message["from"] is BOT]

    def fail(self, method: str, *faults: Fault) -> None:
        """The next calls of a method meet these faults, one each."""
        self._faults[method].extend(faults)

    async def until(self, is_so: Callable[[], object], seconds: float = 10) -> None:
        """Waits until something is so; it is looked at when a call arrives and when it ends."""
        async with asyncio.timeout(seconds), self._changed:
            await self._changed.wait_for(lambda: bool(is_so()))

    def say(self, text: str, *, user_id: int = 1001, chat_id: int | None = None, **fields: Json) -> dict[str, Any]:
        """A reader writes; returns the update. `fields` add to the message, such as `reply_to_message`.

        A negative chat is a group. With `kind="edited_message"` or the like it is another sort of update;
        with `caption=True` the text stands under a photo.
        """
        sender = {"id": user_id, "is_bot": False, "first_name": "Reader", "language_code": "en"}
        chat_id = chat_id or user_id
        about = {"type": "supergroup", "title": "Newsroom"} if chat_id < 0 else {"type": "private"}
        self.world.chats[chat_id] = {"id": chat_id, **about}
        kind, caption = fields.pop("kind", "message"), fields.pop("caption", False)
        content: dict[str, Any] = {"caption" if caption else "text": text}
        if entities := _entities(text):
            content["caption_entities" if caption else "entities"] = entities
        if caption:
            content["photo"] = [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]
        return self.inject(kind, self.world.add_message(chat_id, sender, **content) | fields)

    def press(self, message: dict[str, Any], text: str, *, user_id: int = 1001, **fields: Json) -> dict[str, Any]:
        """A reader presses the button of a message that has this text; `fields` change the query."""
        buttons = [button for row in message["reply_markup"]["inline_keyboard"] for button in row]
        (data,) = [button["callback_data"] for button in buttons if button["text"] == text]
        return self.press_data(message, data, user_id=user_id, **fields)

    def press_data(self, message: dict[str, Any], data: str, *, user_id: int = 1001, **fields: Json) -> dict[str, Any]:
        """A reader presses a button that carries `data`, be it there or not."""
        reader = {"id": user_id, "is_bot": False, "first_name": "Reader"}
        query = {"id": f"q{self._last_update_id}", "from": reader, "message": message, "data": data}
        return self.inject("callback_query", query | {"chat_instance": "1"} | fields)

    def type_inline(self, query: str, *, user_id: int = 1001) -> dict[str, Any]:
        """A reader types behind the bot's name in some chat."""
        reader = {"id": user_id, "is_bot": False, "first_name": "Reader"}
        return self.inject(
            "inline_query", {"id": f"i{self._last_update_id}", "from": reader, "query": query, "offset": ""}
        )

    def inject(self, kind: str, content: dict[str, Any]) -> dict[str, Any]:
        """Any update; returned as Telegram would send it, and queued if the bot asked for its sort."""
        self._last_update_id += 1
        update = {"update_id": self._last_update_id, kind: content}
        allowed = self.world.allowed_updates
        if kind in allowed or (not allowed and kind not in _UNASKED):
            self.world.updates.append(update)
        if kind in ("callback_query", "inline_query"):
            self.world.open_queries.add(content["id"])
        asyncio.get_running_loop().create_task(self._notify())
        return update

    async def push(self, url: str) -> None:
        """Delivers updates by webhook to a process at `url`, again and again until it says 200; never returns.

        One in twenty is delivered twice, as Telegram does when it has not heard of the first success.
        """
        taken: set[int] = set()

        def new() -> list[dict[str, Any]]:
            return [update for update in self.world.updates if update["update_id"] not in taken]

        async with httpx.AsyncClient(base_url=url, timeout=60) as client, asyncio.TaskGroup() as deliveries:
            while True:
                await self.until(new, 600)
                for update in new():
                    taken.add(update["update_id"])
                    deliveries.create_task(self._deliver(client, update))

    async def _deliver(self, client: httpx.AsyncClient, update: dict[str, Any]) -> None:
        while True:
            headers = {"X-Telegram-Bot-Api-Secret-Token": str(self.world.webhook.get("secret_token", ""))}
            with contextlib.suppress(httpx.HTTPError):
                if (await client.post("/webhook", json=update, headers=headers)).status_code == 200:
                    if update["update_id"] % 20 == 0:
                        await client.post("/webhook", json=update, headers=headers)
                    self.world.updates.remove(update)
                    await self._notify()
                    return
            await asyncio.sleep(0.1)  # Telegram does not hurry either

    async def answer(self, method: str, params: Params) -> tuple[int, dict[str, Any]]:
        """Status and body for a call; raises ConnectionAbortedError where the connection is to break."""
        self.arrived += 1
        await self._notify()
        fault = self._faults[method].popleft() if self._faults[method] else Fault()
        await asyncio.sleep(fault.seconds or self.latency)
        if fault.until:
            await fault.until.wait()
        status, body = 0, {}
        try:
            if fault.cut == "before":
                raise ConnectionAbortedError
            if fault.status:
                raise RefusedError(fault.description, fault.status, fault.parameters)
            status, body = 200, {"ok": True, "result": await self._perform(method, params)}
            if fault.cut == "after":
                status = 0
                raise ConnectionAbortedError
        except RefusedError as refusal:
            status = refusal.code
            body = {"ok": False, "error_code": status, "description": refusal.description}
            if refusal.parameters:
                body["parameters"] = refusal.parameters
        finally:
            self.calls.append(Call(method, params, status, body.get("result")))
            await self._notify()
        return status, body

    async def _perform(self, method: str, params: Params) -> object:
        if method.lower() == "getupdates":
            return await self._get_updates(params)
        if method.lower() not in METHODS:
            raise RefusedError("Not Found", 404)
        return METHODS[method.lower()](self.world, params)

    async def _get_updates(self, params: Params) -> list[dict[str, Any]]:
        world = self.world
        if world.webhook["url"]:
            raise RefusedError(
                "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete "
                "the webhook first",
                409,
            )
        if params.get("allowed_updates") is not None:
            world.allowed_updates = json_param(params, "allowed_updates")
        self._poll += 1
        poll = self._poll
        offset, limit = int(params.get("offset") or 0), min(max(int(params.get("limit") or 100), 1), 100)
        if offset < 0:
            del world.updates[:offset]
        world.updates[:] = [update for update in world.updates if offset < 0 or update["update_id"] >= offset]
        await self._notify()
        seconds = int(params.get("timeout") or 0)
        with contextlib.suppress(TimeoutError):
            if seconds and not world.updates:
                await self.until(lambda: world.updates or self._poll != poll, seconds)
        if self._poll != poll:
            raise RefusedError(
                "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
                409,
            )
        return world.updates[:limit]

    async def _notify(self) -> None:
        async with self._changed:
            self._changed.notify_all()


class _Handler(RequestHandler):
    def initialize(self, api: BotApi) -> None:
        self._api = api
        self._is_open = True
        self._poll: asyncio.Task[tuple[int, dict[str, Any]]] | None = None

    async def get(self, path: str) -> None:
        await self._respond(path)

    async def post(self, path: str) -> None:
        await self._respond(path)

    def on_connection_close(self) -> None:
        # Any other call takes effect even if nobody waits for its end.
        self._is_open = False
        if self._poll:
            self._poll.cancel()

    async def _respond(self, path: str) -> None:
        if path.startswith("control/"):
            self._control(path.removeprefix("control/"))
            return
        called = re.fullmatch(r"bot([^/]+)/(\w+)", path)
        if not called or not re.fullmatch(r"\d+:[\w-]+", called[1]):
            self._write(404, {"ok": False, "error_code": 404, "description": "Not Found"})
        elif called[1] != self._api.token:
            self._write(401, {"ok": False, "error_code": 401, "description": "Unauthorized"})
        else:
            await self._call(called[2])

    async def _call(self, method: str) -> None:
        work = asyncio.create_task(self._api.answer(method, _params(self.request)))
        self._api.work.add(work)
        work.add_done_callback(self._api.work.discard)
        if method.lower() == "getupdates":
            self._poll = work
        await asyncio.wait([work])
        if work.cancelled():
            return
        if isinstance(work.exception(), ConnectionAbortedError):
            self.detach().close()
        elif self._is_open:
            self._write(*work.result())

    def _control(self, what: str) -> None:
        if what == "say":
            self._write(200, self._api.say(**json.loads(self.request.body)))
        elif what == "fail":
            order = json.loads(self.request.body)
            self._api.fail(order["method"], *(Fault(**fault) for fault in order["faults"]))
            self._write(200, {})
        else:
            self._write(200, {"calls": [vars(call) for call in self._api.calls], "pending": self._api.world.updates})

    def _write(self, status: int, body: dict[str, Any]) -> None:
        self.set_status(status, None if status < 600 else "Unknown")
        self.finish(body)


def _params(request: HTTPServerRequest) -> Params:
    if request.headers.get("Content-Type", "").startswith("application/json"):
        return dict(json.loads(request.body or b"{}"))
    return {name: values[-1].decode() for name, values in request.arguments.items()}


def _entities(text: str) -> list[dict[str, Any]]:
    return [
        {
            "type": found.lastgroup,
            "offset": utf16_length(text[: found.start()]),
            "length": utf16_length(found[0]),
        }
        for found in _ENTITIES.finditer(text)
    ]


async def _serve(port: int, token: str) -> None:
    api = BotApi(token)
    await api.start(port)
    print(f"{time.strftime('%X')} TELEGRAM_API_URL={api.url} TELEGRAM_TOKEN={token}", flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="A stand-in for Telegram's Bot API.")
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--token", default=TOKEN)
    arguments = parser.parse_args()
    asyncio.run(_serve(arguments.port, arguments.token))
