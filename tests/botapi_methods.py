"""What each Bot API method does in the stand-in, with the limits that Telegram itself keeps."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from tests.botapi_html import HtmlError, Parsed, parse_html, utf16_length

Json: TypeAlias = Any
"""Whatever JSON can hold."""
Params = dict[str, Json]
BOT = {
    "id": 42, "is_bot": True, "first_name": "Desk", "username": "desk_bot", "can_join_groups": True,
    "can_read_all_group_messages": False, "supports_inline_queries": True,
}  # fmt: skip
_PROFILE_LIMITS = {"name": 64, "description": 512, "short_description": 120}


class RefusedError(Exception):
    """Telegram says no."""

    def __init__(self, description: str, code: int = 400, parameters: dict[str, Any] | None = None) -> None:
        super().__init__(description)
        self.description, self.code, self.parameters = description, code, parameters


@dataclass
class World:
    """All that Telegram remembers."""

    chats: dict[int, dict[str, Any]] = field(default_factory=dict)
    messages: dict[tuple[int, int], dict[str, Any]] = field(default_factory=dict)
    blocked: set[int] = field(default_factory=set)
    """Chats whose reader has blocked the bot."""
    open_queries: set[str] = field(default_factory=set)
    """Pressed buttons and inline queries that wait for an answer."""
    updates: list[dict[str, Any]] = field(default_factory=list)
    """What the bot has not confirmed yet, oldest first."""
    allowed_updates: list[str] = field(default_factory=list)
    webhook: dict[str, Any] = field(default_factory=lambda: {"url": ""})
    commands: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    """By scope."""
    menu_button: dict[str, Any] = field(default_factory=lambda: {"type": "default"})
    profile: dict[str, str] = field(default_factory=dict)
    last_message_id: int = 0

    def add_message(self, chat_id: int, sender: dict[str, Any], **content: object) -> dict[str, Any]:
        """A new message in a known chat."""
        self.last_message_id += 1
        message = {
            "message_id": self.last_message_id, "from": sender, "chat": self.chats[chat_id],
            "date": int(time.time()), **content,
        }  # fmt: skip
        self.messages[chat_id, self.last_message_id] = message
        return message


Method = Callable[[World, Params], object]
METHODS: dict[str, Method] = {}
"""By name in lower case: Telegram does not mind the case either."""


def _method(function: Method) -> Method:
    METHODS[function.__name__.replace("_", "")] = function
    return function


def json_param(params: Params, name: str) -> Json:
    """A parameter that is an object: as JSON in a form, as it is in a JSON body."""
    value = params.get(name)
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError as error:
        raise RefusedError(f"Bad Request: can't parse {name.replace('_', ' ')} JSON object") from error


def _flag(params: Params, name: str) -> bool:
    return str(params.get(name, "")).lower() in ("true", "1")


def _chat_id(world: World, params: Params) -> int:
    if params.get("chat_id") in (None, ""):
        raise RefusedError("Bad Request: chat_id is empty")
    chat_id = int(params["chat_id"])
    if chat_id not in world.chats:
        raise RefusedError("Bad Request: chat not found")
    if chat_id in world.blocked:
        raise RefusedError("Forbidden: bot was blocked by the user", 403)
    return chat_id


def _formatted(text: str, parse_mode: str) -> Parsed:
    if parse_mode and parse_mode.lower() != "html":
        raise RefusedError("Bad Request: unsupported parse_mode")
    try:
        parsed = parse_html(text) if parse_mode else Parsed(text)
    except HtmlError as error:
        raise RefusedError(f"Bad Request: can't parse entities: {error}") from error
    parsed.text = parsed.text.rstrip()
    if not parsed.text.strip():
        raise RefusedError("Bad Request: message text is empty")
    if utf16_length(parsed.text) > 4096:
        raise RefusedError("Bad Request: message is too long")
    return parsed


def _text_content(params: Params) -> dict[str, Any]:
    parsed = _formatted(str(params.get("text", "")), str(params.get("parse_mode", "")))
    preview = json_param(params, "link_preview_options")
    if preview is not None and not isinstance(preview, dict):
        raise RefusedError("Bad Request: can't parse link preview options: expected an Object")
    content: dict[str, Any] = {"text": parsed.text}
    if parsed.entities:
        content["entities"] = parsed.entities
    return content | _keyboard(params)


def _keyboard(params: Params) -> dict[str, Any]:
    markup = json_param(params, "reply_markup")
    if not markup:
        return {}
    for button in (button for row in markup.get("inline_keyboard", []) for button in row):
        if not button.get("text"):
            raise RefusedError("Bad Request: can't parse inline keyboard button: Text buttons are empty")
        actions = {"url", "callback_data"} & button.keys()
        if len(actions) != 1:
            raise RefusedError("Bad Request: can't parse inline keyboard button: exactly one action must be given")
        if "callback_data" in actions and not 1 <= len(button["callback_data"].encode()) <= 64:
            raise RefusedError("Bad Request: BUTTON_DATA_INVALID")
    return {"reply_markup": markup}


def _reply_target(world: World, params: Params, chat_id: int) -> dict[str, Any]:
    target = json_param(params, "reply_parameters")
    if not target:
        return {}
    replied = world.messages.get((int(target.get("chat_id", chat_id)), int(target["message_id"])))
    if replied:
        return {"reply_to_message": replied}
    if target.get("allow_sending_without_reply"):
        return {}
    raise RefusedError("Bad Request: message to be replied not found")


def _existing(world: World, params: Params, what: str) -> dict[str, Any]:
    message = world.messages.get((_chat_id(world, params), int(params.get("message_id", 0))))
    if not message:
        raise RefusedError(f"Bad Request: message to {what} not found")
    if what == "edit" and message["from"]["id"] != BOT["id"]:
        raise RefusedError("Bad Request: message can't be edited")
    return message


def _changed(message: dict[str, Any], content: dict[str, Any]) -> dict[str, Any]:
    before = {key: message.get(key) for key in ("text", "entities", "reply_markup")}
    if before == {key: content.get(key) for key in before}:
        raise RefusedError(
            "Bad Request: message is not modified: specified new message content and reply markup are exactly "
            "the same as a current content and reply markup of the message"
        )
    for key in before:
        message.pop(key, None)
    message.update(content)
    return message


def _topic(params: Params) -> dict[str, Any]:
    thread = params.get("message_thread_id")
    return {"message_thread_id": int(thread), "is_topic_message": True} if thread else {}


@_method
def get_me(_world: World, _params: Params) -> object:
    return BOT


@_method
def send_message(world: World, params: Params) -> object:
    chat_id = _chat_id(world, params)
    return world.add_message(
        chat_id, BOT, **_text_content(params), **_reply_target(world, params, chat_id), **_topic(params)
    )


@_method
def send_venue(world: World, params: Params) -> object:
    chat_id = _chat_id(world, params)
    if not all(params.get(name) for name in ("latitude", "longitude", "title", "address")):
        raise RefusedError("Bad Request: latitude, longitude, title and address must be given")
    location = {"latitude": float(params["latitude"]), "longitude": float(params["longitude"])}
    venue = {"location": location, "title": params["title"], "address": params["address"]}
    return world.add_message(
        chat_id, BOT, venue=venue, location=location, **_keyboard(params), **_reply_target(world, params, chat_id)
    )


@_method
def edit_message_text(world: World, params: Params) -> object:
    return _changed(_existing(world, params, "edit"), _text_content(params))


@_method
def edit_message_reply_markup(world: World, params: Params) -> object:
    message = _existing(world, params, "edit")
    kept = {key: message[key] for key in ("text", "entities") if key in message}
    return _changed(message, kept | _keyboard(params))


@_method
def delete_message(world: World, params: Params) -> object:
    message = _existing(world, params, "delete")
    del world.messages[message["chat"]["id"], message["message_id"]]
    return True


@_method
def send_chat_action(world: World, params: Params) -> object:
    _chat_id(world, params)
    if params.get("action") not in ("typing", "find_location", "upload_photo", "upload_document"):
        raise RefusedError("Bad Request: wrong parameter action in request")
    return True


def _close_query(world: World, query_id: object) -> None:
    if query_id not in world.open_queries:
        raise RefusedError("Bad Request: query is too old and response timeout expired or query ID is invalid")
    world.open_queries.discard(str(query_id))


@_method
def answer_callback_query(world: World, params: Params) -> object:
    if len(str(params.get("text", ""))) > 200:
        raise RefusedError("Bad Request: MESSAGE_TOO_LONG")
    _close_query(world, params.get("callback_query_id"))
    return True


@_method
def answer_inline_query(world: World, params: Params) -> object:
    results = json_param(params, "results") or []
    if len(results) > 50:
        raise RefusedError("Bad Request: RESULTS_TOO_MUCH")
    ids = [str(result.get("id", "")) for result in results]
    if len(set(ids)) != len(ids) or not all(1 <= len(name.encode()) <= 64 for name in ids):
        raise RefusedError("Bad Request: RESULT_ID_INVALID")
    for content in (result.get("input_message_content", {}) for result in results):
        if "message_text" in content:
            _formatted(content["message_text"], content.get("parse_mode", ""))
    _close_query(world, params.get("inline_query_id"))
    return True


@_method
def set_my_commands(world: World, params: Params) -> object:
    commands = json_param(params, "commands") or []
    if len(commands) > 100:
        raise RefusedError("Bad Request: BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", command.get("command", "")):
            raise RefusedError("Bad Request: BOT_COMMAND_INVALID")
        if not 1 <= len(command.get("description", "")) <= 256:
            raise RefusedError("Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
    world.commands[_scope(params)] = commands
    return True


@_method
def get_my_commands(world: World, params: Params) -> object:
    return world.commands.get(_scope(params), [])


@_method
def delete_my_commands(world: World, params: Params) -> object:
    world.commands.pop(_scope(params), None)
    return True


def _scope(params: Params) -> str:
    scope: str = (json_param(params, "scope") or {"type": "default"})["type"]
    return scope


@_method
def get_chat_menu_button(world: World, _params: Params) -> object:
    return world.menu_button


@_method
def set_chat_menu_button(world: World, params: Params) -> object:
    world.menu_button = json_param(params, "menu_button") or {"type": "default"}
    return True


def _profile_methods(name: str, limit: int) -> None:
    def write(world: World, params: Params) -> object:
        if len(str(params.get(name, ""))) > limit:
            raise RefusedError(f"Bad Request: {name.upper()}_TOO_LONG")
        world.profile[name] = str(params.get(name, ""))
        return True

    def read(world: World, _params: Params) -> object:
        return {name: world.profile.get(name, "")}

    METHODS["setmy" + name.replace("_", "")] = write
    METHODS["getmy" + name.replace("_", "")] = read


for _name, _limit in _PROFILE_LIMITS.items():
    _profile_methods(_name, _limit)


@_method
def set_webhook(world: World, params: Params) -> object:
    url = str(params.get("url", ""))
    if url and not url.startswith("https://"):
        raise RefusedError("Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
    if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", str(params.get("secret_token", ""))):
        raise RefusedError("Bad Request: secret token contains unallowed characters")
    world.webhook = {**params, "url": url} if url else {"url": ""}
    return delete_webhook(world, params) if not url else _drop_pending(world, params)


@_method
def delete_webhook(world: World, params: Params) -> object:
    world.webhook = {"url": ""}
    return _drop_pending(world, params)


def _drop_pending(world: World, params: Params) -> bool:
    if _flag(params, "drop_pending_updates"):
        world.updates.clear()
    return True


@_method
def get_webhook_info(world: World, _params: Params) -> object:
    return {
        "url": world.webhook["url"], "has_custom_certificate": False, "pending_update_count": len(world.updates),
    }  # fmt: skip
