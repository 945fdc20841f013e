"""The notebook of the documentation runs from its folder, without Jupyter, and every cell gives what it promises."""

import importlib.util
import json
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go

DOCS = Path(__file__).resolve().parents[1] / "docs"
SPEC = importlib.util.spec_from_file_location("run_notebook", DOCS / "run_notebook.py")
RUNNER = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(RUNNER)


def test_every_cell_runs_and_shows_something():
    notebook = json.loads((DOCS / "notebook.ipynb").read_text("utf-8"))
    done = list(RUNNER.run_cells(notebook))
    assert len(done) == sum(cell["cell_type"] == "code" for cell in notebook["cells"])
    values = [value for _, _, value in done]
    assert all(value is not None for value in values)
    tables = [value for value in values if isinstance(value, pd.DataFrame)]
    figures = [value for value in values if isinstance(value, go.Figure)]
    assert len(tables) >= 5
    assert all(len(table) for table in tables)
    assert len(figures) == 2
    assert len(figures[1].data) < len(figures[0].data)  # the second is filtered
    assert values[-1][1] is True  # Parquet gave the same claims back


def test_the_kept_notebook_is_format_four_with_its_outputs():
    notebook = json.loads((DOCS / "notebook.ipynb").read_text("utf-8"))
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert all(cell["outputs"] for cell in cells)
    assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))
    assert not any(output["output_type"] == "error" for cell in cells for output in cell["outputs"])
    assert (DOCS / "notebook.ipynb").stat().st_size < 400_000
