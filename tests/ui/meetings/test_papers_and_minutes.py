"""Papers, minutes and decisions between meetings: files are read apart, documents are read back."""

import datetime as dt
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from meeting_case import at, begin, put_to_vote
from PySide6.QtWidgets import QFileDialog

from boarddesk.domain.motions import Consent, Motion, Result, Vote
from boarddesk.domain.votes import tally
from boarddesk.services.commands.hold_meeting_adjourn import AdjournMeeting
from boarddesk.services.unequal_votes import Weights
from boarddesk.ui.dialogs.consent_dialog import ConsentDialog
from boarddesk.ui.dialogs.vote_between_dialog import VoteBetweenDialog


def test_the_minutes_are_previewed_and_saved(room: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tab = room.go("special", "minutes")
    assert "there are no minutes to print" in room.words(tab)
    assert not tab.save_button.isEnabled()
    begin(room.services)
    put_to_vote(room.services)
    room.services.bus.do(AdjournMeeting("special", at("15:00")))
    room.settle()
    assert tab.preview.pages() >= 1
    target = tmp_path / "minutes.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_kwargs: (str(target), ""))
    room.click("Save a copy…", tab.header_row)
    document = pypdfium2.PdfDocument(target)
    text = " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())
    document.close()
    assert "the supply agreement is approved" in text
    assert "Ingrid Sørhaug" in text


def circulate_consent(room: Any) -> None:
    """Turn to what is decided between meetings, and circulate a consent of the audit committee."""
    room.page.parts._group.button(1).click()
    room.settle()

    def circulate(dialog: Any) -> None:
        dialog.topics.blocks[0][2].setPlainText("RESOLVED, that the lease is approved.")
        dialog.body.set_value("audit")

    room.answer(lambda: room.click("Circulate a consent…"), circulate)


def test_a_consent_is_circulated_signed_and_takes_effect(room: Any) -> None:
    page = room.page
    circulate_consent(room)
    assert page.between.table.texts()[0][-1] == "Waiting for 3 signatures"
    consent = room.record.all(Consent)[0]
    for person in ("okoro", "vaidyalingam", "castellanos"):
        room.answer(
            lambda: page.between.open_consent(consent.id), lambda dialog, who=person: dialog.person.set_value(who)
        )
    assert page.between.table.texts()[0][-1] == "Effective 12 Nov 2026"
    read: list[str] = []

    def look(dialog: Any) -> None:
        read.append(room.words(dialog))
        assert dialog.verb.text() == "File with the minutes"
        dialog.reject()

    room.answer(lambda: page.between.open_consent(consent.id), look, verb=False)
    assert "Effective 12 Nov 2026" in read[0]


def test_a_vote_between_meetings_is_kept_with_its_flag(room: Any) -> None:
    page = room.page
    page.parts._group.button(1).click()

    def fill(dialog: Any) -> None:
        dialog.text.setPlainText("That the logo be changed.")
        dialog.pad.all_for.emit()
        dialog.stated.set_value(Result.CARRIED)
        dialog.source.setText("Mail list")
        dialog.verb.click()
        assert "141(f)" in dialog.warning()

    room.answer(lambda: room.click("Record a vote…"), fill)
    assert "Vote between meetings" in page.between.table.texts()[0]
    motion = room.record.all(Motion)[0]
    assert (motion.result_stated, len(motion.flags)) == (Result.CARRIED, 1)


def test_unequal_votes_between_meetings_cite_the_certificate(room: Any) -> None:
    page = room.page
    page.parts._group.button(1).click()

    def weigh(inner: Any) -> None:
        inner.votes["ellerbrook"].setText("3")
        inner.verb.click()
        assert inner.errors() == ["Without the certificate every director has one vote. Cite the provision."]
        inner.citation.setText("Certificate, Art. VI")
        assert "The 9 members have 11 votes." in room.words(inner)

    def fill(dialog: Any) -> None:
        dialog.text.setPlainText("That the logo be changed.")
        dialog.pad.all_for.emit()
        dialog.pad.voted.emit("okoro", "against")
        room.answer(dialog.unequal.ask, weigh)
        assert "Ellerbrook ×3" in room.words(dialog)
        dialog.stated.set_value(Result.CARRIED)
        dialog.source.setText("Mail list")
        dialog.verb.click()

    room.answer(lambda: room.click("Record a vote…"), fill)
    motion = room.record.all(Motion)[0]
    counted = tally(room.record, motion)
    assert (counted.votes_for, counted.against) == (10, 1)
    cited = {(vote.weight, vote.weight_citation) for vote in room.record.where(Vote, "motion", motion.id)}
    assert cited == {(None, ""), (3, "Certificate, Art. VI")}
    read: list[str] = []
    consent = room.record.all(Consent)[0]
    room.answer(
        lambda: page.between.open_consent(consent.id),
        lambda dialog: (read.append(room.words(dialog)), dialog.reject()),
        verb=False,
    )
    assert "Unequal votes: Ellerbrook 3 votes, Certificate, Art. VI" in read[0]


def test_another_body_asks_anew_for_unequal_votes(room: Any) -> None:
    dialog = VoteBetweenDialog(room.services, room.page)
    dialog.unequal.weights = Weights({"ellerbrook": 2}, "Certificate, Art. VI")
    dialog.day.set_date(dt.date(2026, 11, 11))
    assert dialog.unequal.weights
    dialog.body.set_value("audit")
    assert not dialog.unequal.weights
    dialog.deleteLater()


def test_a_decision_without_a_number_is_named_by_body_and_day(room: Any) -> None:
    bare = Consent(id="consent-7f3a", body="audit", circulated_on=dt.date(2026, 11, 9))
    room.services.bus.run_restoring("Fixture", "Fixture", [(Consent, bare.id, bare)], 1)
    dialog = ConsentDialog(room.services, bare, "")
    assert dialog.windowTitle() == "Decision of the Audit Committee, 9 Nov 2026"
    dialog.deleteLater()


def test_a_signature_is_revoked_and_the_consent_withdrawn_in_the_window(room: Any) -> None:
    page = room.page
    circulate_consent(room)
    consent = room.record.all(Consent)[0]
    opened = lambda: page.between.open_consent(consent.id)  # noqa: E731 - said twice more below
    room.answer(opened, lambda dialog: dialog.person.set_value("okoro"))
    assert page.between.table.texts()[0][-1] == "Waiting for 2 signatures"

    def revoke(dialog: Any) -> None:
        dialog.person.set_value("okoro")
        dialog.signed_at.set_time(dt.time(15))
        room.click("Revoke the signature", dialog)

    room.answer(opened, revoke, verb=False)
    assert page.between.table.texts()[0][-1] == "Void because Gareth Okoro-Llewelyn revoked on 12 Nov 2026"
    room.answer(opened, lambda dialog: room.click("Withdraw the consent", dialog), verb=False)
    assert room.record.get(Consent, consent.id).withdrawn_on == dt.date(2026, 11, 12)
    assert "ithdrawn" in page.between.table.texts()[0][-1]
