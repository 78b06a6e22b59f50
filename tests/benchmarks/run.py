"""Runs every benchmark side by side and writes the table: `.venv/bin/python tests/benchmarks/run.py`."""

import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from measure import Figure, run_once, side_by_side

HERE = Path(__file__).resolve().parent
PARTS = HERE / "parts"
TOP = HERE.parents[1]
# Other typesetters may lie elsewhere: whatever PYTHONPATH names is looked at last.
PATHS = (str(TOP), str(HERE), *filter(None, [os.environ.get("PYTHONPATH")]))
ENV = {
    "QT_QPA_PLATFORM": "offscreen",
    "PYTHONPATH": os.pathsep.join(PATHS),
    "BOARDDESK_TODAY": "2025-12-30",
}
MINUTES_ITEMS = {8: 16, 73: 160, 729: 1620}
Row = tuple[str, str, str, str, str]


def part(name: str, *args: object) -> list[str]:
    """The command of one part."""
    return [sys.executable, str(PARTS / f"{name}.py"), *map(str, args)]


def figures(found: dict[str, Figure], what: str, notes: dict[str, str] | None = None) -> Iterator[Row]:
    """A row for each command."""
    for name, figure in found.items():
        spread = f"{figure.seconds:.2f} s ({figure.least:.2f}–{figure.most:.2f})"
        yield what, name, spread, f"{figure.mebibytes:.0f} MiB", (notes or {}).get(name, "")


def window(folder: Path) -> Iterator[Row]:
    """Window ready with the fifty-year file, beside a bare window with the same libraries and fonts."""
    company = folder / "fifty.boarddesk"
    subprocess.run(part("make_fifty", company), check=True, env={**os.environ, **ENV})
    commands = {"BoardDesk, 50 years": part("window_ready", company), "bare window": part("bare_window")}
    found = side_by_side(commands, 9, ENV)
    ratio = found["BoardDesk, 50 years"].seconds / found["bare window"].seconds
    yield from figures(found, "window ready", {"BoardDesk, 50 years": f"{ratio:.2f}× the bare window; goal ≤ 1.5×"})
    done = subprocess.run(part("check_from_first", company), check=True, env={**os.environ, **ENV}, capture_output=True)
    judged = json.loads(done.stdout)
    for years, (milliseconds, count) in judged["years"].items():
        goal = "goal ≤ 100 ms after load" if years == "50" else ""
        yield "check --from", f"{years} years, {count} findings", f"{milliseconds:.0f} ms", "", goal
    note = judged["note"]
    yield "judge two years", f"all {note['clauses']} clauses, 50 years on record", f"{note['all']:.0f} ms", "", ""
    after = f"after a note at a meeting: {note['anew']} of {note['clauses']} clauses"
    yield "judge two years", after, f"{note['noted']:.0f} ms", "", "only what the change can touch"
    yield "load", f"{judged['rows']:,} rows of 50 years", f"{judged['load']:.0f} ms", "", ""


def live(folder: Path) -> Iterator[Row]:
    """A live meeting on the fifty-year file: from the key to the repaint."""
    company = folder / "live.boarddesk"
    subprocess.run(part("make_fifty", company), check=True, env={**os.environ, **ENV})
    done = subprocess.run(part("live_key", company), check=True, env={**os.environ, **ENV}, capture_output=True)
    found = json.loads(done.stdout)
    for what, times in found["deeds"].items():
        remark = f"of them {found['worked'][what][1]:.0f} ms of the processor; goal < 50 ms"
        yield "live meeting, 50 years", what, milliseconds(*times), "", remark
    yield "live meeting, 50 years", "longest wait after a key", milliseconds(*found["wait"]), "", ""


def words(folder: Path) -> Iterator[Row]:
    """The words of twenty thousand pages, searched as the search box does."""
    done = subprocess.run(
        part("find_words", folder / "words.boarddesk"), check=True, env={**os.environ, **ENV}, capture_output=True
    )
    found = json.loads(done.stdout)
    for what, (*times, hits) in found["found"].items():
        yield f"search, {found['pages']:,} pages", what, milliseconds(*times), "", f"{hits} found; goal ≤ 20 ms"


def milliseconds(least: float, median: float, most: float) -> str:
    """“31.2 ms (28.0–44.9)”: the median, and from the least to the most."""
    return f"{median:.1f} ms ({least:.1f}–{most:.1f})"


def minutes(folder: Path) -> Iterator[Row]:
    """Minutes of three lengths beside other typesetters, where they are installed."""
    tools = ["boarddesk", *(tool for tool in ("typst", "weasyprint") if find_spec(tool))]
    for pages, items in MINUTES_ITEMS.items():
        outs = {tool: folder / f"{tool}-{pages}.pdf" for tool in tools}
        commands = {tool: part("long_minutes", tool, items, out) for tool, out in outs.items()}
        runs = 3 if pages < 100 else 1
        notes = {}
        found = side_by_side(commands, runs, ENV)
        for tool, out in outs.items():
            notes[tool] = f"{page_count(out)} pages"
        yield from figures(found, f"minutes, {pages} pages", notes)


def page_count(path: Path) -> int:
    """The pages of a PDF."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument(path)
    try:
        return len(pdf)
    finally:
        pdf.close()


def packets(folder: Path) -> Iterator[Row]:
    """A packet of 970 and of 5,000 pages, twelve tabs, everything on, beside plain concatenation."""
    for files, pages in ((97, 10), (100, 50)):
        papers = folder / f"papers-{files}-{pages}"
        run("make_papers", papers, files, pages)
        yield from books(folder, papers, f"packet, {files * pages:,} pages")
    alike = folder / "alike"
    run("make_papers", alike, 97, 10, "alike")
    yield from books(folder, alike, "packet, 970 pages, one letterhead and face in all")
    large = folder / "papers-100-50"
    examined = side_by_side({"BoardDesk": part("examine", large)}, 3, ENV)
    yield from figures(examined, "examine 100 papers of 50 pages", {"BoardDesk": "well under a minute"})
    for what, (first, *times) in json.loads(run("first_page", large, folder / "ours.pdf")).items():
        yield "first preview page", what, milliseconds(*times), "", f"the first time {first:.0f} ms; goal ≤ 300 ms"
    waits = json.loads(run("window_waits", large, folder / "beside.pdf"))
    remark = f"99 of 100 turns within {waits['of a hundred']:.0f} ms; goal ≤ 50 ms"
    yield "window beside a build", "longest wait, 5,000 pages", f"{waits['longest']:.0f} ms", "", remark


def run(name: str, *args: object) -> str:
    """What one part prints."""
    done = subprocess.run(part(name, *args), check=True, env={**os.environ, **ENV}, capture_output=True, text=True)
    return done.stdout


def books(folder: Path, papers: Path, what: str) -> Iterator[Row]:
    """One set of papers: our book, one reader's copy of it, and what others make of it."""
    listed = [str(path) for path in sorted(papers.glob("*.pdf"))]
    outs = {"BoardDesk": folder / "ours.pdf", "BoardDesk, marked and encrypted": folder / "marked.pdf"}
    commands: dict[str, Sequence[str]] = {
        name: part("packet", tool, papers, out)
        for (name, out), tool in zip(outs.items(), ("boarddesk", "marked"), strict=True)
    }
    if qpdf := shutil.which("qpdf"):
        outs["qpdf"] = folder / "qpdf.pdf"
        commands["qpdf"] = [qpdf, "--empty", "--pages", *listed, "--", str(outs["qpdf"])]
    if find_spec("pypdf"):
        outs["pypdf"] = folder / "pypdf.pdf"
        commands["pypdf"] = part("packet", "pypdf", papers, outs["pypdf"])
    found = side_by_side(commands, 3, ENV)
    notes = {name: f"{out.stat().st_size / 2**20:.1f} MiB" for name, out in outs.items()}
    if "qpdf" in found:
        # Start-up: as many reading processes as the large book needs, and a page for each.
        small = folder / "small"
        if not small.exists():
            run("make_papers", small, min(os.cpu_count() or 1, 4), 1)
        for name, tool in (("BoardDesk", "boarddesk"), ("BoardDesk, marked and encrypted", "marked")):
            start = min(run_once(part("packet", tool, small, folder / "small.pdf"), ENV)[0] for _ in range(3))
            times = (found[name].seconds - start) / found["qpdf"].seconds
            goal = "; goal ≤ 2×" if tool == "boarddesk" else ""
            notes[name] += f"; {times:.2f}× qpdf net of {start:.2f} s start-up{goal}"
    notes["BoardDesk"] += f"; {page_count(outs['BoardDesk'])} pages"
    yield from figures(found, what, notes)


def main() -> None:
    """Measure, print and write the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = [*window(folder), *live(folder), *words(folder), *minutes(folder), *packets(folder)]
    head = ("What", "With", "Wall time: median (least–most)", "Peak memory", "Remarks")
    lines = [f"| {' | '.join(row)} |" for row in (head, ("---",) * 5, *rows)]
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    text = "\n".join(
        [
            "# Benchmarks",
            "",
            f"All in one run on {machine}: whole processes, one warm-up, then in turn; medians. Peak memory is that of the",
            "largest single process. Run again: `.venv/bin/python tests/benchmarks/run.py`.",
            "",
            *lines,
            "",
        ]
    )
    (HERE / "README.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
