"""What changed since a packet went out, under labels and page numbers that stay."""

from boarddesk.domain.notices import IssuedPart
from boarddesk.reports.packet.plan import PacketPlan, Paper, Placed, Tab
from boarddesk.services.packet_changes import (
    Part,
    changes_since,
    former_of,
    in_accord,
    laid_out,
    numbers_of,
    run_of,
    stable_labels,
)

# The book that is out: cover, contents, agenda, tab 1 with two papers, tab 2 with one.
OUT = (
    IssuedPart(label="cover", paper="cover", first="1", pages=1),
    IssuedPart(label="contents", paper="contents", first="2", pages=1),
    IssuedPart(label="agenda", paper="agenda", first="3", pages=2, sha256="a0"),
    IssuedPart(label="1", title="Reports", paper="tab:one", first="5", pages=1, sha256="t1"),
    IssuedPart(label="1-A", title="Finance", paper="finance", first="6", pages=4, sha256="f1"),
    IssuedPart(label="1-B", title="Risk", paper="risk", first="10", pages=2, sha256="r1"),
    IssuedPart(label="2", title="Decisions", paper="tab:two", first="12", pages=1, sha256="t2"),
    IssuedPart(label="2-A", title="Lease", paper="lease", first="13", pages=3, sha256="l1"),
)
HEAD = (
    Part("cover", "cover"),
    Part("contents", "contents"),
    Part("agenda", "agenda", "Agenda", sha256="a0"),
)
ONE = Part("tab:one", "1", "Reports", sha256="t1")
FINANCE = Part("finance", "1-A", "Finance", sha256="f1", tab="tab:one")
RISK = Part("risk", "1-B", "Risk", sha256="r1", tab="tab:one")
TWO = Part("tab:two", "2", "Decisions", sha256="t2")
LEASE = Part("lease", "2-A", "Lease", sha256="l1", tab="tab:two")


def told(now: tuple[Part, ...]) -> list[tuple[str, str, str]]:
    return [(change.kind, change.label, change.pages) for change in changes_since(OUT, (*HEAD, *now))]


def test_the_same_papers_are_no_change() -> None:
    assert told((ONE, FINANCE, RISK, TWO, LEASE)) == []


def test_a_newer_version_replaces_a_new_paper_is_added_and_one_that_is_gone_is_removed() -> None:
    newer = Part("finance", "1-A", "Finance", 2, "f2", "tab:one")
    late = Part("audit", "1-B", "Audit", 1, "u1", "tab:one")
    assert told((ONE, newer, late, TWO, LEASE)) == [
        ("replace", "1-A", "6–9"), ("add", "1-C", "–"), ("remove", "1-B", "10–11")
    ]  # fmt: skip


def test_a_paper_put_in_between_moves_no_label() -> None:
    late = Part("audit", "1-B", "Audit", 1, "u1", "tab:one")
    risk = Part("risk", "1-C", "Risk", 1, "r1", "tab:one")
    labels = stable_labels(OUT, (*HEAD, ONE, FINANCE, late, risk, TWO, LEASE))
    assert (labels["1-B"], labels["1-C"]) == ("1-C", "1-B")


def test_an_item_put_in_between_gets_a_number_behind_the_one_before() -> None:
    fresh = Part("tab:new", "2", "Litigation", sha256="t3")
    paper = Part("memo", "2-A", "Memo", 1, "m1", "tab:new")
    two, lease = Part("tab:two", "3", "Decisions", sha256="t2"), Part("lease", "3-A", "Lease", 1, "l1", "tab:two")
    now = (*HEAD, ONE, FINANCE, RISK, fresh, paper, two, lease)
    labels = stable_labels(OUT, now)
    assert [labels[label] for label in ("2", "2-A", "3", "3-A")] == ["1a", "1a-A", "2", "2-A"]
    assert [(c.kind, c.label) for c in changes_since(OUT, now)] == [("add", "1a-A")]


def test_a_paper_under_another_tab_is_removed_and_added() -> None:
    moved = Part("risk", "2-B", "Risk", 1, "r1", "tab:two")
    assert told((ONE, FINANCE, TWO, LEASE, moved)) == [("add", "2-B", "–"), ("remove", "1-B", "10–11")]


def test_what_was_taken_out_leaves_its_label_and_its_numbers_unused() -> None:
    placed = [Placed(one.label, one.title, one.first, one.pages) for one in OUT if one.paper != "risk"]
    now = (*HEAD, ONE, FINANCE, TWO, LEASE)
    laid = laid_out(placed, stable_labels(OUT, now), now, OUT)
    gone = [part for part in laid if part.removed]
    assert [part.first for part in gone] == ["10", "11"]
    assert {part.label for part in gone} == {"1-B"}
    back = (*HEAD, ONE, FINANCE, RISK, TWO, LEASE)
    assert stable_labels(laid, back)["1-B"] == "1-C"
    assert {number for one in former_of(laid) for number in run_of(one)} >= {"10", "11"}
    assert "1-B" not in {one.label for one in former_of(laid)}


def test_a_part_of_several_runs_has_all_its_numbers() -> None:
    laid = (
        IssuedPart(label="1-A", paper="finance", first="6", pages=4),
        IssuedPart(label="1-A", paper="finance", first="9a", pages=2),
    )
    assert numbers_of(laid, "1-A") == ("6", "7", "8", "9", "9a", "9b")


def test_a_plan_in_accord_has_the_former_order_and_labels() -> None:
    asked: list[dict[str, str]] = []

    def agenda(pages: object) -> bytes:
        asked.append(dict(pages))  # type: ignore[call-overload]
        return b""

    late = Part("audit", "1-A", "Audit", 1, "u1", "tab:one")
    finance = Part("finance", "1-B", "Finance", 1, "f1", "tab:one")
    risk = Part("risk", "1-C", "Risk", 1, "r1", "tab:one")
    # Risk stands before finance now; finance did in the book that is out.
    plan = PacketPlan(
        company="L", title="Board", subtitle="", stamp="",
        tabs=(
            Tab("1", "Reports", (Paper("1-A", "Audit", b"u"), Paper("1-C", "Risk", b"r"), Paper("1-B", "Finance", b"f"))),
            Tab("2", "Decisions", (Paper("2-A", "Lease", b"l"),)),
        ),
        front=(Paper("agenda", "Agenda", agenda),), withheld={"1-C": "Withheld from this copy"},
    )  # fmt: skip
    made = in_accord(plan, OUT, (*HEAD, ONE, late, finance, risk, TWO, LEASE))
    assert [paper.label for paper in made.tabs[0].papers] == ["1-C", "1-A", "1-B"]
    assert [paper.title for paper in made.tabs[0].papers] == ["Audit", "Finance", "Risk"]
    assert dict(made.withheld) == {"1-B": "Withheld from this copy"}
    content = made.front[0].content
    assert callable(content)
    content({"1-A": "6", "1": "5"})
    assert asked[-1] == {"1-B": "6", "1": "5"}, "pages that the house makes are told the labels that they know"
