"""What the bot knows: the format, and how files in it are read and checked."""
