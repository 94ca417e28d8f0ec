"""Telegram: the only room that knows python-telegram-bot."""

import os

# Telegram's waiting times as timedelta, as the library's next major version has them; it asks to opt in like this.
os.environ.setdefault("PTB_TIMEDELTA", "true")
