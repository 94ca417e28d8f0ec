"""The bots that are compared, each a program of its own: `python -m tests.bench.bots NAME`, set by the environment.

The peer is python-telegram-bot's own echo bot, as its examples have it, led to the stand-in.
"""

from __future__ import annotations

import logging
import os
import sys

from bot.settings import Settings


def factdesk(settings: Settings) -> None:
    """This bot without Telegram's limits of 30 messages a second, which would be all that is measured."""
    from bot.answering.cache import AssistantCache
    from bot.answering.handover import start_loading, uncollected

    folder = settings.knowledge_dir
    load = start_loading(folder, AssistantCache(folder, settings.data_dir, settings.require_token()))
    with uncollected():
        from bot.telegram.running import run_bot
        from bot.telegram.sending import Limits

    sys.exit(run_bot(settings, load, limits=Limits(0, 0, 0)))


def echo(settings: Settings) -> None:
    """Answers each message with itself."""
    from telegram import ForceReply, Update
    from telegram.ext import Application, CommandHandler, ContextTypes, MessageHandler, filters

    logging.basicConfig(level=logging.INFO)
    logging.getLogger("httpx").setLevel(logging.WARNING)

    async def start(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        if update.message and update.effective_user:
            await update.message.reply_html(f"Hi {update.effective_user.mention_html()}!", reply_markup=ForceReply())

    async def answer(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        if update.message and update.message.text:
            await update.message.reply_text(update.message.text)

    builder = Application.builder().token(settings.require_token()).base_url(f"{settings.telegram_api_url}/bot")
    application = builder.build()
    application.add_handler(CommandHandler("start", start))
    application.add_handler(MessageHandler(filters.TEXT & ~filters.COMMAND, answer))
    if settings.webhook_url is None:
        application.run_polling()
    else:
        application.run_webhook(
            settings.host,
            settings.port,
            url_path="webhook",
            webhook_url=f"{settings.webhook_url}/webhook",
            secret_token=settings.webhook_secret,
        )


if __name__ == "__main__":
    {"factdesk": factdesk, "echo bot": echo}[sys.argv[1]](Settings.read(os.environ, None))
