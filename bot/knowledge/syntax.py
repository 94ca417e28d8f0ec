"""Says PyYAML's syntax errors in plain words: what is wrong in which line, and what to do."""

from __future__ import annotations

import yaml

INDENTATION = (
    "the indentation does not fit the lines above: begin keys of one group in the same column, "
    "indent what belongs to a key by two spaces, and check that the quotes above are closed"
)
TWO_COLONS = "a text with ': ' in it must stand in quotes"
UNCLOSED_QUOTE = "a quotation mark is opened here and never closed; add the closing one"
AFTER_QUOTE = (
    "text follows a closing quotation mark: put the whole text in one pair of quotes, write '' for an apostrophe "
    "inside '…', and check that the quotes above are closed"
)
NO_COLON = "this line has no colon: write 'key: value', indent it to continue the text above, or begin it with '- '"
TAB = "a tab stands here; indent with spaces instead"
SPECIAL_START = "a text cannot begin with {sign}; put it in quotes"
EMPTY_ITEM = "a value is missing here: remove the extra comma or bracket, or put the text in quotes"
UNCLOSED_BRACKET = (
    "a {sign} is opened here and not closed as it should be; close it, and put texts that contain "
    "a comma, a colon or a bracket in quotes"
)
AFTER_BRACKET = "a list in brackets ends with its ']': put this into the brackets, or write each on a line with '- '"
BACKSLASH = "a backslash inside \"…\" has a special meaning; write two of them, or use '…'"
BLOCK_TEXT = "after > or | the text must begin in the next line, indented; or put it in quotes"
LIST_HERE = "a list must begin in the next line, indented; put a text that begins with '- ' in quotes"
DOCUMENT_MARK = "lines that begin with '---', '...' or '%' are not allowed here; remove them"


def explain(error: yaml.MarkedYAMLError, lines: list[str]) -> tuple[int, str]:
    """The line (from 1) to look at, and what is wrong there.

    The C and the Python parser of PyYAML word most errors differently; the words sought here are in both.
    """
    context, problem = error.context or "", error.problem or ""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return 0, f"cannot be read as YAML: {problem}"
    start = (error.context_mark or mark).line + 1
    line, column = mark.line + 1, mark.column
    text = lines[mark.line] if mark.line < len(lines) else ""
    sign = text[column : column + 1]
    if sign == "\t" or "tab character" in problem:
        return line, TAB
    if "quoted scalar" in context:
        return (line, BACKSLASH) if "escape" in problem else (start, UNCLOSED_QUOTE)
    if "flow sequence" in context or "flow mapping" in context:
        return start, UNCLOSED_BRACKET.format(sign="[" if "sequence" in context else "{")
    if "simple key" in context:
        return start, NO_COLON
    for kind, special in (("alias", "*"), ("anchor", "&"), ("tag", "!")):
        if f"an {kind}" in context or kind in problem:
            return line, SPECIAL_START.format(sign=special)
    if mark.line and text.lstrip().startswith("- ") and lines[mark.line - 1].partition("#")[0].rstrip().endswith("]"):
        return line, AFTER_BRACKET
    return line, _in_line(problem, context, text, column)


def _in_line(problem: str, context: str, text: str, column: int) -> str:
    """What is wrong at `column` of the line `text`."""
    if "cannot start any token" in problem or "mapping keys" in problem:
        return SPECIAL_START.format(sign=text[column])
    if "block scalar" in context:
        return BLOCK_TEXT
    if "mapping values" in problem:
        return TWO_COLONS if ": " in text[:column] else INDENTATION
    if "sequence entries" in problem:
        return LIST_HERE
    if "document start" in problem or "directive" in context:
        return DOCUMENT_MARK
    if "node content" in problem:
        return EMPTY_ITEM
    # Only a closed quote ends a value in the middle of a line.
    return AFTER_QUOTE if text[:column].strip() else INDENTATION
