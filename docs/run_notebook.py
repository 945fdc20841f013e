"""Run ``docs/notebook.ipynb`` in this process and keep what its cells give: ``python docs/run_notebook.py``.

Needs no Jupyter. Tables are kept as text and HTML, figures as SVG (drawn by Chromium through Kaleido).
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

NOTEBOOK = Path(__file__).with_name("notebook.ipynb")


def run_cells(notebook: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str, Any]]:
    """Each code cell with what it printed and the value of its last line, ``None`` where that is no expression."""
    names: dict[str, Any] = {"__name__": "__main__"}
    for number, cell in enumerate(c for c in notebook["cells"] if c["cell_type"] == "code"):
        tree = ast.parse("".join(cell["source"]), f"cell {number}")
        last = ast.Expression(tree.body.pop().value) if isinstance(tree.body[-1], ast.Expr) else None  # type: ignore[attr-defined]
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(tree, f"cell {number}", "exec"), names)  # noqa: S102 - the notebook is ours
            value = eval(compile(last, f"cell {number}", "eval"), names) if last else None  # noqa: S307 - likewise
        yield cell, printed.getvalue(), value


def to_outputs(printed: str, value: Any, number: int) -> list[dict[str, Any]]:
    """The outputs of a cell in notebook format 4."""
    made: list[dict[str, Any]] = []
    if printed:
        made.append({"name": "stdout", "output_type": "stream", "text": printed.splitlines(keepends=True)})
    if value is not None:
        data: dict[str, Any] = {"text/plain": repr(value).splitlines(keepends=True)}
        if hasattr(value, "to_image"):
            drawn = value.to_image("svg").decode()
            data = {"image/svg+xml": drawn.splitlines(keepends=True), "text/plain": ["A plotly figure"]}
        elif hasattr(value, "_repr_html_"):
            data["text/html"] = value._repr_html_().splitlines(keepends=True)
        made.append({"data": data, "execution_count": number, "metadata": {}, "output_type": "execute_result"})
    return made


def main() -> None:
    """Run all cells and write the notebook back with their outputs."""
    notebook = json.loads(NOTEBOOK.read_text("utf-8"))
    for number, (cell, printed, value) in enumerate(run_cells(notebook), start=1):
        cell["execution_count"], cell["outputs"] = number, to_outputs(printed, value, number)
    NOTEBOOK.write_text(json.dumps(notebook, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
