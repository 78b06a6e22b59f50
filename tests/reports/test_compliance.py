import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import msgspec
import pikepdf

from boarddesk.domain.finding import Evidence, Finding, Kind, Origin, Status
from boarddesk.domain.people import Appointment
from boarddesk.domain.record import Record
from boarddesk.reports.documents.compliance_report import Clause, compliance_pdf, findings_digest
from tests.reports.judgments import AS_OF, CLAUSES, PARAMETERS, findings
from tests.reports.reading import bookmarks_of, flat, fonts_of, pages_of
from tests.reports.records import DIRECTORS, october


def _pdf(record: Record | None = None) -> bytes:
    return compliance_pdf(record or october(), AS_OF, 2026, findings(), CLAUSES, parameters=PARAMETERS)


def test_the_report_reads_as_the_golden_text(golden: Callable[[str, bytes], None]) -> None:
    golden("compliance-report", _pdf())


def test_the_same_findings_give_the_same_bytes_with_embedded_fonts() -> None:
    pdf = _pdf()
    assert pdf == _pdf()
    fonts = fonts_of(pdf)
    assert all(fonts.values())
    assert not any("Helvetica" in name for name in fonts)


def test_guidelines_and_law_are_counted_apart_and_add_up() -> None:
    text = flat(_pdf())
    assert "Five rules of law were tested on the data entered; none returned a shortfall, and one is in a cure" in text
    assert "This is not a conclusion that the Company complies." in text
    assert "Of seven clauses of the Company’s own guidelines, one departs, one is overdue by an interval the" in text
    table = pages_of(_pdf())[0].partition("Law (5 rules)\n")[2].partition("In this report")[0]
    rows = [re.fullmatch(r"(.+) (–|\d+) (–|\d+)", line) for line in table.strip().splitlines()]
    assert len(rows) == 13
    assert [sum(int(row[side]) for row in rows if row and row[side] != "–") for side in (2, 3)] == [7, 5]


def test_the_headline_says_how_many_rules_cannot_be_judged() -> None:
    unknown = _finding_of_law(Status.CANNOT_JUDGE)
    text = flat(compliance_pdf(october(), AS_OF, 2026, [*findings(), unknown], CLAUSES, parameters=PARAMETERS))
    assert "One cannot be judged. This is not a conclusion that the Company complies." in text
    assert "cannot be judged. This is not" not in flat(_pdf())


def _finding_of_law(status: Status) -> Finding:
    return Finding(
        clause="LAW-NEW", origin=Origin.LAW, kind=Kind.RULE, subject="company", period="FY2026", status=status,
        because="Nothing on record shows it.", title="A new rule",
    )  # fmt: skip


def test_limits_stand_before_any_result() -> None:
    first = flat(_pdf())
    assert first.index("Only the data entered was tested") < first.index("Departs (guidelines)")


def test_every_clause_has_status_why_evidence_and_what_is_missing() -> None:
    text = flat(_pdf())
    detail = text[text.index("Guidelines: the Company’s own") :]
    for clause in CLAUSES:
        assert f"{clause.label or clause.id}" in detail
    told = text[text.rindex("Findings Most urgent first") : text.rindex("Clause detail Where no period")]
    assert "missing: the papers of that meeting" in told
    assert "Evidence Session attendance (9 present)" in told
    assert "Departs August 13, 2026: see Findings" in detail or "Departs 13 Aug 2026: see Findings" in detail
    assert "Due soon Q4 2026: see Dates ahead" in detail
    assert detail.index("Law, judged apart") < detail.index("No shortfall found") < detail.index("Practice: counted")


def test_words_that_the_company_amended_are_told_where_a_rule_judges_the_clause() -> None:
    clauses = [replace(c, reworded=date(2026, 7, 1)) if c.id == "GL-3.5" else c for c in CLAUSES]
    text = flat(compliance_pdf(october(), AS_OF, 2026, findings(), clauses, parameters=PARAMETERS))
    said = "The Company amended the words of this clause from 1 Jul 2026 on; the program’s rule is unchanged."
    assert text.count(said) == 1
    assert said not in flat(_pdf())
    detail = text[text.index("Guidelines: the Company’s own") :]
    assert detail.index("GL-3.5") < detail.index(said) < detail.index("GL-5.2")


def test_a_value_that_is_not_confirmed_bears_the_dagger_wherever_it_was_relied_on() -> None:
    text = flat(_pdf())
    assert "in a cure period.†" in text
    assert "5605(c)(2)(A) † · Audit Committee of three members" in text
    assert "Partly confirmed †" in text
    assert "every 12 months Board, 12 Feb 2026 – Adopted" in text


def test_other_years_are_left_out() -> None:
    assert "Of another year" not in flat(_pdf())


def test_the_footer_carries_the_hash_of_the_findings() -> None:
    mine = tuple(f for f in findings() if not f.period.startswith("2025"))
    digest = findings_digest(AS_OF, 2026, mine)
    pages = pages_of(_pdf())
    assert all(f"findings {digest[:8]}" in page for page in pages)
    assert digest[:8] in pages[-1]
    assert digest[-8:] in pages[-1]
    assert findings_digest(date(2026, 11, 13), 2026, mine) != digest


def test_contents_give_the_right_pages() -> None:
    pages = [page.replace("\u00a0", " ") for page in pages_of(_pdf())]
    for title in ("Findings", "Independence", "Attendance", "Clause detail", "Method"):
        found = re.search(rf"{title} (\d+)", pages[0].partition("In this report")[2])
        assert found, title
        number = int(found[1])
        assert re.search(rf"^{title}$", pages[number - 1], re.MULTILINE), title


def test_bookmarks_lead_through_the_report() -> None:
    marks = bookmarks_of(_pdf())
    assert marks[0] == "Summary"
    assert [m for m in marks if m.startswith("  ")] == [
        "  Guidelines: the Company’s own", "  Law, judged apart", "  Practice: counted with neither",
    ]  # fmt: skip


def test_an_empty_file_still_gives_a_report() -> None:
    text = flat(compliance_pdf(Record.of([]), AS_OF, 2026, (), ()))
    assert "No rule of law was tested for this year." in text
    assert "No director is in office on this date." in text


def _found(clause: str, **more: object) -> Finding:
    fields = {"subject": "company", "period": "2026-Q1", "status": Status.MET, "because": "It was done."} | more
    return Finding(clause=clause, origin=Origin.GUIDELINE, kind=Kind.RULE, title="A rule", **fields)


def _pdf_of(*found: Finding, record: Record | None = None, year: int = 2026) -> bytes:
    return compliance_pdf(record or october(), AS_OF, year, found, ())


def _person(name: str, **more: object) -> Finding:
    because = f"The pay of {name} has not been approved yet."
    more = {"status": Status.NOT_MET} | more
    return _found("GL-1.8", subject=name, subject_label=name, period="FY2026", because=because, **more)


def test_quiet_results_that_differ_in_a_name_or_a_day_are_told_in_one_sentence() -> None:
    days = {"Ann Ash": "3 Feb 2026", "Bea Birch": "4 Mar 2026", "Cy Cedar": "5 Apr 2026"}
    found = [
        _found("GL-X", subject=who, subject_label=who, period="FY2026", because=f"{who} answered on {day}.")
        for who, day in days.items()
    ]
    found += [_found("GL-Y", period=f"2026-Q{n}", because=f"The Board met on {n} May 2026.") for n in (1, 2)]
    text = flat(_pdf_of(*found))
    assert "Ann Ash answered on 3 Feb 2026. Alike: Bea Birch (4 Mar 2026); Cy Cedar (5 Apr 2026)." in text
    assert "Q1 2026: The Board met on 1 May 2026. Alike: Q2 2026 (2 May 2026)." in text


def test_quiet_results_that_differ_in_more_are_each_told_whole() -> None:
    said = ("Nine met on 3 Feb 2026.", "Ten met on 4 Mar 2026.", "Ten met on 5 Apr 2026 (due 1 Dec 2027).")
    text = flat(_pdf_of(*(_found("GL-X", period=f"2026-Q{n}", because=because) for n, because in enumerate(said, 1))))
    assert all(because in text for because in said)
    assert "Alike: Q" not in text


def test_what_is_said_of_many_persons_alike_is_told_once() -> None:
    many = flat(_pdf_of(*(_person(name, evidence=(Evidence("m", "1", f"Determination, {name}"),)) for name in "ABC")))
    assert "A, B, C The pay of each of those named has not been approved yet. Evidence Determination: A, B, C" in many
    two = flat(_pdf_of(_person("A"), _person("B")))
    assert "The pay of A has not been approved yet." in two
    assert "The pay of B has not been approved yet." in two
    unlike = flat(_pdf_of(_person("A"), _person("B"), _person("C", due=date(2026, 12, 2))))
    assert "each of those named" not in unlike


def test_one_cure_period_is_one_finding_over_its_quarters() -> None:
    cure = {"status": Status.IN_CURE, "due": date(2027, 5, 13), "responsible": "Audit Committee"}
    found = [_found("GL-X", period=f"2026-Q{n}", because=f"Two members in quarter {n}.", **cure) for n in (3, 4)]
    text = flat(_pdf_of(*found))
    assert text.count("Two members in quarter 3.") == 1
    assert "Two members in quarter 4." not in text
    assert "Q3–Q4 2026 Due May 13, 2027" in text or "Q3–Q4 2026 Due 13 May 2027" in text


def test_a_determination_under_review_is_counted_apart() -> None:
    first = flat(_pdf()).partition("Five rules")[0]
    assert "Seven determined independent by the Board, one determination under review" in first
    settled = flat(_pdf_of(_found("GL-X"))).partition("Of one clause")[0]
    assert "Eight determined independent by the Board" in settled
    assert "under review" not in settled


def test_directors_are_named_by_seat_the_chair_first_and_those_who_left_last() -> None:
    text = flat(_pdf())
    names = [name for name, *_ in sorted(DIRECTORS.values(), key=lambda d: d[4])]
    for title, end in (
        ("Determined independent by the Board Rule", "Attendance January"),
        ("Combined Percent", "Clause detail"),
    ):
        part = text.partition(title)[2].partition(end)[0]
        places = [part.index(name) for name in names]
        assert places == sorted(places), title


def test_a_year_gone_by_shows_the_board_of_its_last_day() -> None:
    record = october()
    later = msgspec.structs.replace(record.get(Appointment, "ap-8"), start=date(2026, 1, 15))
    text = flat(_pdf_of(_found("GL-X", period="2025-Q1"), record=record.changed([later]), year=2025))
    assert "Ten seats, nine directors, one vacancy" in text
    assert "determined independent by the Board (on December 31, 2025)" in text
    assert "Directors in office on December 31, 2025." in text


def test_a_heading_never_stands_without_a_result_and_comes_again_on_the_next_page() -> None:
    found = [
        _found(
            "GL-X",
            subject=f"s{n}",
            subject_label=f"Subject {n}",
            because=f"Number {n} was tested. " * 4,
            period="FY2026",
        )
        for n in range(90)
    ]
    pages = [page for page in pages_of(_pdf_of(*found))[1:] if "was tested" in page]
    assert len(pages) > 3
    assert all("GL-X · A rule" in page for page in pages)


def test_a_result_longer_than_a_page_is_printed_whole() -> None:
    evidence = tuple(
        Evidence("m", str(n), f"Paper number {n} of the meeting of {n % 28 + 1} May 2026") for n in range(400)
    )
    text = flat(_pdf_of(_found("GL-X", status=Status.NOT_MET, evidence=evidence)))
    numbers = re.findall(r"number (\d+)", text) + re.findall(r"(\d+) of the meeting", text)
    assert {int(number) for number in numbers} >= set(range(400))
    quiet = flat(_pdf_of(_found("GL-X", because=" ".join(f"Number {n}." for n in range(2000)))))
    assert all(f"Number {n}." in quiet for n in range(2000))


def test_only_what_was_tested_is_counted_or_shown() -> None:
    clauses = (*CLAUSES, Clause("LAW-NONE", "No rule yet", Origin.LAW, Kind.RULE, "5608"))
    text = flat(compliance_pdf(october(), AS_OF, 2026, findings(), clauses, parameters=PARAMETERS))
    assert "Five rules of law were tested" in text
    assert "No rule yet" not in text


def test_links_of_the_contents_lead_to_their_sections() -> None:
    with pikepdf.open(io.BytesIO(_pdf())) as document:
        pages = [page.obj.objgen for page in document.pages]
        links = [note for note in document.pages[0].Annots if note.Subtype == "/Link"]
        places = [pages.index(link.Dest[0].objgen) for link in links]
    printed = re.findall(r"\b\d+\b", pages_of(_pdf())[0].partition("In this report")[2])
    assert [place + 1 for place in places] == [int(number) for number in printed]
    assert len(links) == 9
