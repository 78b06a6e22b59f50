"""Expected papers from the asking to the coming, templates, and the plan of an earlier packet copied."""

from datetime import date
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import AgendaItem, ItemType, Meeting
from boarddesk.domain.packets import PacketPart, PacketPlanned, PacketTemplate, PartKind, TemplatePart
from boarddesk.domain.papers import ExpectedPaper, Paper
from boarddesk.domain.row import Row
from boarddesk.services.attaching import attach
from boarddesk.services.commands.packet_arrange import ChangePart, MovePart, PlanPacket
from boarddesk.services.commands.packet_expected import ExpectPaper, MoveExpected, StopExpecting, TakeAsExpected
from boarddesk.services.commands.packet_plan_copy import CopyPacketPlan
from boarddesk.services.commands.packet_template import KeepPacketTemplate, RemovePacketTemplate, UsePacketTemplate
from boarddesk.services.commands.papers import AddPaper
from boarddesk.services.commands.papers_change import ChangePaper, MovePaper, RemovePaper
from boarddesk.services.packet_order import laid_under
from boarddesk.services.packet_parts import key_of, parts_of, plan_of
from boarddesk.services.packet_templates import earlier_meetings, templates_for
from boarddesk.services.packet_view import clear_before, plan_foot, plan_lines
from boarddesk.services.workspace import Services


def expect(services: Services, title: str, item: str | None = "special-2", **values: object) -> ExpectedPaper:
    before = {one.id for one in services.record.all(ExpectedPaper)}
    row = ExpectedPaper(id="new", meeting="special", item=item, title=title, **values)  # type: ignore[arg-type]
    services.bus.do(ExpectPaper(row))
    return next(one for one in services.record.all(ExpectedPaper) if one.id not in before)


def add(services: Services, title: str, item: str | None = "special-2", meeting: str = "special") -> Paper:
    before = {paper.id for paper in services.record.all(Paper)}
    paper = Paper(id="new", meeting=meeting, item=item, title=title, attachment="new", pages=3)
    services.bus.do(AddPaper(paper, title.encode()))
    return next(paper for paper in services.record.all(Paper) if paper.id not in before)


def order(services: Services, item: str | None = "special-2") -> list[str]:
    return [one.title for one in laid_under(services.record, "special", item)]


def lay(services: Services, *rows: Row) -> None:
    services.bus.run_restoring("Fixture", "Fixture", [(type(row), row.id, row) for row in rows], 1)


def test_expected_papers_stand_among_the_others(services: Services) -> None:
    add(services, "Terms")
    opinion = expect(services, " Opinion ", pages=6)
    add(services, "Annex")
    assert order(services) == ["Terms", "Opinion", "Annex"]
    services.bus.do(MoveExpected(opinion.id, "special-2", 1))
    assert order(services) == ["Opinion", "Terms", "Annex"]
    terms = next(paper for paper in services.record.all(Paper) if paper.title == "Terms")
    services.bus.do(MovePaper(terms.id, "special-2", 1))
    assert order(services) == ["Terms", "Opinion", "Annex"]
    services.bus.do(ExpectPaper(replace(opinion, title="Opinion of counsel", item="special-3")))
    assert (order(services), order(services, "special-3")) == (["Terms", "Annex"], ["Opinion of counsel"])
    services.bus.do(StopExpecting(opinion.id))
    assert not order(services, "special-3")
    with pytest.raises(UserError, match="no title"):
        expect(services, " ")


def test_the_paper_that_comes_takes_the_place_and_gives_it_back(services: Services, tmp_path: Path) -> None:
    opinion = expect(services, "Opinion of counsel", presenter="delacroix", pages=6, due=date(2026, 11, 11))
    add(services, "Annex")
    with pikepdf.new() as made:
        made.add_blank_page()
        made.save(tmp_path / "Opinion of counsel v2.pdf")
    special = services.record.get(Meeting, "special")
    attach(services, special, [tmp_path / "Opinion of counsel v2.pdf"])
    came = next(paper for paper in services.record.all(Paper) if paper.pages == 1)
    assert (came.title, came.presenter, came.item, came.position) == (
        "Opinion of counsel", "delacroix", "special-2", 1,
    )  # fmt: skip
    assert services.record.get(ExpectedPaper, opinion.id).paper == came.id
    assert order(services) == ["Opinion of counsel", "Annex"]
    assert plan_foot(services.record, special, services.day).there == 2
    services.bus.do(RemovePaper(came.id))
    assert services.record.get(ExpectedPaper, opinion.id).paper is None
    assert order(services) == ["Opinion of counsel", "Annex"]


def test_a_paper_that_is_in_can_be_named_as_the_one_expected(services: Services) -> None:
    opinion = expect(services, "Opinion")
    scan = add(services, "Scan 0012", "special-3")
    services.bus.do(TakeAsExpected(opinion.id, scan.id))
    assert order(services) == ["Scan 0012"]
    with pytest.raises(UserError, match="cannot be the one"):
        services.bus.do(TakeAsExpected(opinion.id, scan.id))


def test_the_list_says_what_is_in_what_is_due_and_what_is_apart(services: Services) -> None:
    terms = add(services, "Terms")
    expect(services, "Opinion", presenter="delacroix", due=date(2026, 11, 20), pages=6)
    expect(services, "Report", due=date(2026, 11, 2))
    services.bus.do(ChangePaper(replace(terms, privileged=True, withheld=("sorhaug",))))
    lines = [line for line in plan_lines(services.record, services.record.get(Meeting, "special"), services.day)
             if line.place]  # fmt: skip
    assert [(line.tab, line.title, line.owner, line.state, line.mark) for line in lines] == [
        ("2-A", "Terms", "", "In, privileged, withheld from 1", ""),
        ("2-B", "Opinion", "Delacroix", "Due 20 Nov", "due_soon"),
        ("2-C", "Report", "", "Due 2 Nov", "overdue"),
    ]
    assert lines[0].icon == "eye-off"


def test_by_when_the_packet_is_out(services: Services) -> None:
    december = services.record.get(Meeting, "december")
    # Thanksgiving is no business day: 25, 27 and 30 November, 1 and 2 December lie between.
    assert clear_before(december.day, 5) == date(2026, 11, 24)
    assert (
        plan_foot(services.record, december, services.day).publish == "No day set. Five clear business days: Tue 24 Nov"
    )
    for day, said in ((24, "Publish by Tue 24 Nov: five clear business days"), (30, "Publish by Mon 30 Nov: 2 clear")):
        plan = replace(plan_of(services.record, "december"), due=date(2026, 11, day))
        services.bus.do(PlanPacket(plan))
        assert plan_foot(services.record, december, services.day).publish.startswith(said)
    assert len(services.record.all(PacketPlanned)) == 1
    assert plan_foot(services.record, december, date(2026, 12, 1)).late


def december(services: Services) -> Meeting:
    lay(
        services,
        AgendaItem(id="d-1", meeting="december", position=1, title="Adjournment"),
        AgendaItem(id="d-2", meeting="december", position=2, title="Prior minutes", type=ItemType.MINUTES),
        AgendaItem(id="d-3", meeting="december", position=3, title="Supply agreement"),
    )
    return services.record.get(Meeting, "december")


def tabs(services: Services, meeting: Meeting) -> list[str]:
    return [key_of(part) for part in parts_of(services.record, meeting) if part.item]


def test_the_plan_of_the_last_packet_is_copied_with_the_papers_expected_again(services: Services) -> None:
    meeting = december(services)
    expect(services, "Terms", presenter="delacroix", due=date(2026, 11, 9), pages=2)
    terms = add(services, "Terms", "special-3")
    services.bus.do(TakeAsExpected(services.record.all(ExpectedPaper)[0].id, terms.id))
    services.bus.do(MovePart("special", "tab:special-2", 1))
    services.bus.do(PlanPacket(replace(plan_of(services.record, "special"), watermark=True, due=date(2026, 11, 9))))
    session = next(
        p for p in parts_of(services.record, services.record.get(Meeting, "special")) if p.register == "directors"
    )
    services.bus.do(ChangePart(replace(session, included=True)))
    assert [one.id for one in earlier_meetings(services.record, meeting)] == ["special"]
    services.bus.do(CopyPacketPlan("december", "special", papers=True))
    assert tabs(services, meeting) == ["tab:d-3", "tab:d-1", "tab:d-2"]
    plan = plan_of(services.record, "december")
    assert (plan.watermark, plan.due) == (True, None)
    assert any(
        part.register == "directors" and part.included
        for part in services.record.where(PacketPart, "meeting", "december")
    )
    again = services.record.where(ExpectedPaper, "meeting", "december")[0]
    assert (again.title, again.item, again.due, again.pages) == ("Terms", "d-3", date(2026, 11, 30), 3)
    services.history.undo()
    assert not services.record.where(PacketPart, "meeting", "december")


def test_templates_are_kept_laid_on_another_agenda_and_removed(services: Services) -> None:
    meeting = december(services)
    services.bus.do(MovePart("december", "tab:d-2", 1))
    services.bus.do(KeepPacketTemplate("december", "Quarterly"))
    template = services.record.all(PacketTemplate)[0]
    services.bus.do(MovePart("december", "tab:d-2", 99))
    services.bus.do(UsePacketTemplate("december", template.id))
    assert tabs(services, meeting)[0] == "tab:d-2"
    services.bus.do(KeepPacketTemplate("december", "quarterly", own=False))
    assert [one.title for one in templates_for(services.record, services.record.get(Meeting, "audit-nov"))] == [
        "quarterly"
    ]
    services.bus.do(RemovePacketTemplate(template.id))
    assert not services.record.all(PacketTemplate)
    with pytest.raises(UserError, match="no name"):
        services.bus.do(KeepPacketTemplate("december", "  "))


def test_a_line_of_a_template_without_a_title_serves_every_item_of_its_type(services: Services) -> None:
    meeting = december(services)
    part = TemplatePart(kind=PartKind.TAB, item_type="other", confidential=True)
    lay(services, PacketTemplate(id="t", title="All apart", parts=(part,)))
    services.bus.do(UsePacketTemplate("december", "t"))
    found = {p.item: p.confidential for p in parts_of(services.record, meeting) if p.item}
    assert found == {"d-1": True, "d-2": False, "d-3": True}
