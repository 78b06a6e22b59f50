"""The registers: for each its title, its table, what adds and what changes an entry."""

from collections.abc import Callable
from typing import Any

import msgspec

from boarddesk.services import registers
from boarddesk.services.workspace import Services
from boarddesk.ui.columns.committee_columns import committee_entry_columns
from boarddesk.ui.columns.consent_columns import consent_columns
from boarddesk.ui.columns.determination_columns import determination_columns
from boarddesk.ui.columns.document_columns import document_columns
from boarddesk.ui.columns.election_columns import election_columns
from boarddesk.ui.columns.person_columns import person_columns
from boarddesk.ui.columns.place_columns import chair_columns, member_place_columns
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

    `once` says that its entries are never changed, only superseded. `spare` are the columns that a narrow
    window leaves out; the entry's own dialog says what they say.
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


def register_list() -> tuple[Register, ...]:
    """Every register in the order of the page."""
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
        Register("committees", tr("Committees"), "gavel", committee_entry_columns, registers.committee_entries,
                 tr("Create a committee…"), tr("No committees yet"), spare=(2, 6)),
        Register("committee_seats", tr("Committee members"), "users", member_place_columns,
                 registers.member_place_lines, tr("Enter a member…"), tr("No members of committees yet"), spare=(4,),
                 named=lambda line: tr("%1 on the %2").replace("%1", line.name).replace("%2", line.committee)),
        Register("committee_chairs", tr("Committee chairs"), "user", chair_columns, registers.chair_place_lines,
                 tr("Enter a chair…"), tr("No chairs of committees yet"),
                 named=lambda line: tr("%1 as chair of the %2").replace("%1", line.name).replace("%2", line.committee)),
        Register("documents", tr("Documents"), "file-text", document_columns, registers.document_lines,
                 tr("Keep a document…"), tr("No documents yet"), spare=(3, 5), named=lambda line: line.title),
        Register("determinations", tr("Determinations"), "stamp", determination_columns,
                 registers.determination_lines, tr("Record determinations…"), tr("No determinations yet"), once=True,
                 spare=(5,)),
        Register("questionnaires", tr("Questionnaires"), "list-checks", questionnaire_columns,
                 registers.questionnaire_lines, tr("Record questionnaires…"), tr("No questionnaires yet"), spare=(2,),
                 named=lambda line: f"{tr('questionnaire')} {line.year}, {line.name}"),
        Register("elections", tr("Elections"), "vote", election_columns, registers.election_lines,
                 tr("Hold an election…"), tr("No elections yet"), spare=(5,),
                 named=lambda line: tr("the election of %1").replace("%1", show_date(line.held))),
        Register("related_transactions", tr("Related persons"), "scale", transaction_columns,
                 registers.transaction_lines, tr("Record a transaction…"), tr("No related-person transactions yet"),
                 spare=(3, 4), named=lambda line: tr("transaction with %1").replace("%1", line.counterparty)),
        Register("consents", tr("Written consents"), "pen-line", consent_columns, registers.consent_lines, "",
                 tr("No decisions between meetings yet"), once=True, spare=(3,), named=lambda line: line.what),
    )  # fmt: skip
