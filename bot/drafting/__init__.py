"""From an article to the draft of a story file: names, days, speakers and one fact a statement. Only `new` needs it."""
