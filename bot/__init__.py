"""factdesk: answers readers' questions about a news story, with sources."""

__version__ = "0.1.0"
