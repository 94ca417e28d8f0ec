"""PyYAML's syntax errors in plain words, alike for its C parser and its Python one."""

from __future__ import annotations

import pytest
import yaml

from bot.knowledge import syntax
from bot.knowledge.syntax import explain

CASES = [
    ("a:\n\tb: 1\n", 2, syntax.TAB),
    ("a:\n  b: 1\n\tc: 2\n", 3, syntax.TAB),
    ('a: 1\nb: "x\nc: y\n', 2, syntax.UNCLOSED_QUOTE),
    ("a: 'x\nb: y\n", 1, syntax.UNCLOSED_QUOTE),
    ("a: 'it's'\nb: c\n", 1, syntax.AFTER_QUOTE),
    ('a: "no" means no\n', 1, syntax.AFTER_QUOTE),
    ('a: "x", "y"\n', 1, syntax.AFTER_QUOTE),
    ('a: "x\\q"\n', 1, syntax.BACKSLASH),
    ("a: he said: no\n", 1, syntax.TWO_COLONS),
    ("a: 1\n  b: 2\n", 2, syntax.INDENTATION),
    ("a:\n    b: 1\n  c: 2\n", 3, syntax.INDENTATION),
    ("a:\n  - x\n  b: y\n", 3, syntax.INDENTATION),
    ("a: 1\nb\nc: 2\n", 2, syntax.NO_COLON),
    ("a: 1\nb: [x, y\nc: 2\n", 2, syntax.UNCLOSED_BRACKET.format(sign="[")),
    ("a: {x: y\nb: 2\n", 1, syntax.UNCLOSED_BRACKET.format(sign="{")),
    ("a: [x]  # x\n  - y\n", 2, syntax.AFTER_BRACKET),
    ("a:\n    b: [x]\n      - y\n", 3, syntax.AFTER_BRACKET),
    ("a: [x,,y]\n", 1, syntax.EMPTY_ITEM),
    ("a: x\nb: ]\n", 2, syntax.EMPTY_ITEM),
    ("a: @home\n", 1, syntax.SPECIAL_START.format(sign="@")),
    ("a: `x`\n", 1, syntax.SPECIAL_START.format(sign="`")),
    ("a: %x\n", 1, syntax.SPECIAL_START.format(sign="%")),
    ("a: ? x\n", 1, syntax.SPECIAL_START.format(sign="?")),
    ("a: **x**\n", 1, syntax.SPECIAL_START.format(sign="*")),
    ("a: & b\n", 1, syntax.SPECIAL_START.format(sign="&")),
    ("a: !x!y z\n", 1, syntax.SPECIAL_START.format(sign="!")),
    ("a: | x\n  y\n", 1, syntax.BLOCK_TEXT),
    ("a: - x\n", 1, syntax.LIST_HERE),
    ("a: b\n...\nc: d\n", 3, syntax.DOCUMENT_MARK),
]


@pytest.mark.parametrize("loader", [yaml.CBaseLoader, yaml.BaseLoader])
@pytest.mark.parametrize(("text", "line", "message"), CASES)
def test_each_kind_of_mistake_has_its_line_and_its_remedy(
    loader: type[yaml.BaseLoader], text: str, line: int, message: str
) -> None:
    with pytest.raises(yaml.MarkedYAMLError) as caught:
        list(yaml.parse(text, Loader=loader))
    assert explain(caught.value, text.splitlines()) == (line, message)
