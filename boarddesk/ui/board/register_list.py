"""The registers in their groups: for each its title, its table, what adds and what changes an entry."""

from collections.abc import Callable
from typing import Any

import msgspec

from boarddesk.domain.record import Record
from boarddesk.domain.tables import BY_NAME
from boarddesk.services import authority_printing as authority
from boarddesk.services import keeping_lines as keeping
from boarddesk.services import production_view as productions
from boarddesk.services import registers
from boarddesk.services.register_entries import BOOKS, entry_lines
from boarddesk.services.workspace import Services
from boarddesk.ui.columns.authority_columns import authority_columns
from boarddesk.ui.columns.committee_columns import committee_entry_columns
from boarddesk.ui.columns.consent_columns import consent_columns
from boarddesk.ui.columns.determination_columns import determination_columns
from boarddesk.ui.columns.document_columns import document_columns
from boarddesk.ui.columns.election_columns import election_columns
from boarddesk.ui.columns.entry_columns import entry_columns
from boarddesk.ui.columns.keeping_columns import disposal_columns, hold_columns
from boarddesk.ui.columns.person_columns import person_columns
from boarddesk.ui.columns.place_columns import chair_columns, member_place_columns
from boarddesk.ui.columns.production_columns import production_columns
from boarddesk.ui.columns.questionnaire_columns import questionnaire_columns
from boarddesk.ui.columns.role_columns import role_columns
from boarddesk.ui.columns.seat_columns import seat_columns
from boarddesk.ui.columns.size_columns import size_columns
from boarddesk.ui.columns.transaction_columns import transaction_columns
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.register_words import tr


class Register(msgspec.Struct, frozen=True):
    """One register. `table` is the record's table, `add` the words of its button (empty: read only).

    `once` says that its entries are not taken out here: they are superseded, or kept on another page. `spare`
    are the columns that a narrow window leaves out; the entry's own dialog says what they say. `sorted_by`
    gives the heading under which a line stands, `unseen` are the columns that only repeat it.
    """

    table: str
    title: str
    icon: str
    columns: Callable[[], tuple[Column[Any], ...]]
    lines: Callable[[Services], tuple[Any, ...]]
    add: str
    empty: str
    once: bool = False
    spare: tuple[int, ...] = ()
    named: Callable[[Any], str] = lambda line: str(line.name)
    group: str = ""
    sorted_by: Callable[[Any], str] | None = None
    unseen: tuple[int, ...] = ()

    def count(self, record: Record) -> int:
        """How many entries there are; each has one line."""
        book = BOOKS.get(self.table)
        return len(book.rows(record) if book is not None and book.of else record.all(BY_NAME[self.table]))


def register_list() -> tuple[Register, ...]:
    """Every register in the order of the page, group by group."""
    groups = (
        (tr("Board"), _board()),
        (tr("Committees"), _committees()),
        (tr("Determinations"), _determinations()),
        (tr("Meetings of stockholders"), _stockholders()),
        (tr("Proxy statement"), _proxy_statement()),
        (tr("Filings and events"), _filings()),
        (tr("Advisers and access"), _advisers()),
        (tr("Keeping of records"), _keeping()),
    )
    return tuple(msgspec.structs.replace(each, group=title) for title, group in groups for each in group)


def _described(table: str, title: str, icon: str, add: str, empty: str, spare: tuple[int, ...] = ()) -> Register:
    """A register that is made from a description of its fields."""
    book = BOOKS[table]
    return Register(
        table, title, icon, lambda: entry_columns(book), lambda services: entry_lines(services, book),
        add if book.added else "", empty, once=book.once, spare=spare,
        sorted_by=(lambda line: str(line.group)) if book.group else None,
        unseen=(len(book.shown) - 1,) if book.group else (),
    )  # fmt: skip


def _board() -> tuple[Register, ...]:
    return (
        Register("people", tr("People"), "users", person_columns, registers.people_lines, tr("Add a person…"),
                 tr("No people yet"), spare=(3,)),
        Register("appointments", tr("Terms as director"), "armchair", seat_columns, registers.term_lines,
                 tr("Appoint a director…"), tr("No terms yet"), spare=(3, 6),
                 named=lambda line: tr("a term of %1").replace("%1", line.name)),
        Register("board_sizes", tr("Board sizes"), "building-2", size_columns, registers.size_lines,
                 tr("Set the board’s size…"), tr("The board’s size is not recorded yet"), spare=(3,),
                 named=lambda line: tr("the board’s size of %1").replace("%1", str(line.size))),
        Register("roles", tr("Roles"), "user", role_columns, registers.role_lines, tr("Assign a role…"),
                 tr("No roles yet"), spare=(2,), named=lambda line: f"{line.name}, {line.role}"),
        _described("skills", tr("Skills matrix"), "list-checks", tr("Record a skill…"),
                   tr("No skills of directors yet")),
        Register("documents", tr("Documents"), "file-text", document_columns, registers.document_lines,
                 tr("Keep a document…"), tr("No documents yet"), spare=(3, 5), named=lambda line: line.title),
        Register("consents", tr("Written consents"), "pen-line", consent_columns, registers.consent_lines, "",
                 tr("No decisions between meetings yet"), once=True, spare=(3,), named=lambda line: line.what),
    )  # fmt: skip


def _committees() -> tuple[Register, ...]:
    return (
        Register("committees", tr("Committees"), "gavel", committee_entry_columns, registers.committee_entries,
                 tr("Create a committee…"), tr("No committees yet"), spare=(2, 6)),
        Register("committee_seats", tr("Committee members"), "users", member_place_columns,
                 registers.member_place_lines, tr("Enter a member…"), tr("No members of committees yet"), spare=(4,),
                 named=lambda line: tr("%1 on the %2").replace("%1", line.name).replace("%2", line.committee)),
        Register("committee_chairs", tr("Committee chairs"), "user", chair_columns, registers.chair_place_lines,
                 tr("Enter a chair…"), tr("No chairs of committees yet"),
                 named=lambda line: tr("%1 as chair of the %2").replace("%1", line.name).replace("%2", line.committee)),
        _described("delegations", tr("Delegations"), "arrow-right", tr("Record a delegation…"),
                   tr("Nothing was delegated yet")),
        Register("signing_authorities", tr("Signing authorities"), "pen-line", authority_columns,
                 authority.authority_lines, tr("Record an authority…"), tr("Nobody’s authority to sign is on record"),
                 spare=(4,), named=lambda line: tr("the authority of %1").replace("%1", line.holder),
                 sorted_by=lambda line: str(line.heading)),
    )  # fmt: skip


def _determinations() -> tuple[Register, ...]:
    return (
        Register("determinations", tr("Independence"), "stamp", determination_columns,
                 registers.determination_lines, tr("Record determinations…"), tr("No determinations yet"), once=True,
                 spare=(5,)),
        _described("designations", tr("Other findings"), "shield-check", tr("Record a finding…"),
                   tr("The board has found nothing else yet"), spare=(2,)),
        Register("questionnaires", tr("Questionnaires"), "list-checks", questionnaire_columns,
                 registers.questionnaire_lines, tr("Send questionnaires…"), tr("No questionnaires yet"), spare=(2,),
                 named=lambda line: f"{tr('questionnaire')} {line.year}, {line.name}"),
    )  # fmt: skip


def _stockholders() -> tuple[Register, ...]:
    return (
        _described("meetings", tr("Record dates"), "calendar-days", "", tr("No meetings of stockholders yet"),
                   spare=(2,)),
        Register("elections", tr("Elections"), "vote", election_columns, registers.election_lines,
                 tr("Hold an election…"), tr("No elections yet"), spare=(5,),
                 named=lambda line: tr("the election of %1").replace("%1", show_date(line.held))),
        _described("nominees", tr("Nominees"), "user-plus", "", tr("No nominees yet"), spare=(3,)),
        _described("matters", tr("Other matters"), "square-check", tr("Record a matter…"),
                   tr("No matters before the stockholders yet"), spare=(5,)),
    )  # fmt: skip


def _proxy_statement() -> tuple[Register, ...]:
    return (
        _described("biographies", tr("Biographies"), "scroll-text", tr("Record a biography…"), tr("No biographies yet"),
                   spare=(4,)),
        _described("director_pay", tr("Directors’ pay"), "list", tr("Record a director’s pay…"),
                   tr("No pay of directors yet"), spare=(4, 5)),
        _described("company_years", tr("Company’s figures"), "building-2", tr("Record a year’s figures…"),
                   tr("No figures of the company yet")),
        Register("related_transactions", tr("Related persons"), "scale", transaction_columns,
                 registers.transaction_lines, tr("Record a transaction…"), tr("No related-person transactions yet"),
                 spare=(3, 4), named=lambda line: tr("transaction with %1").replace("%1", line.counterparty)),
    )  # fmt: skip


def _filings() -> tuple[Register, ...]:
    return (
        _described("events", tr("Events"), "flag", tr("Record an event…"), tr("No events yet")),
        _described("filings", tr("Filings"), "send", tr("Record a filing…"), tr("No filings yet"), spare=(4,)),
        _described(
            "attestations",
            tr("Attestations"),
            "pen-line",
            tr("Attest…"),
            tr("Nobody has attested anything yet"),
        ),
        _described("evidence_links", tr("Linked evidence"), "link", tr("Link evidence…"),
                   tr("Nothing is linked by hand yet")),
    )  # fmt: skip


def _keeping() -> tuple[Register, ...]:
    return (
        Register("productions", tr("Productions"), "send", production_columns, productions.production_lines,
                 tr("Enter a demand…"), tr("No demand for books and records yet"), spare=(3,),
                 named=lambda line: line.title),
        Register("legal_holds", tr("Legal holds"), "archive", hold_columns, keeping.hold_lines, tr("Place a hold…"),
                 tr("No legal hold was placed yet"), once=True, spare=(3,), named=lambda line: line.matter),
        Register("disposals", tr("Disposals"), "trash-2", disposal_columns, keeping.disposal_lines,
                 tr("Dispose under the policy…"), tr("Nothing was disposed of yet"), once=True, spare=(4,),
                 named=lambda line: line.what),
    )  # fmt: skip


def _advisers() -> tuple[Register, ...]:
    return (
        _described("engagements", tr("Advisers"), "message-square-text", tr("Record an engagement…"),
                   tr("No advisers yet"), spare=(1,)),
        _described("access_requests", tr("Requests for access"), "door-open", tr("Record a request…"),
                   tr("No director has asked for access yet"), spare=(2,)),
        _described("contacts", tr("Outside contacts"), "phone", tr("Record a contact…"),
                   tr("No contacts with outsiders yet"), spare=(3,)),
    )  # fmt: skip
