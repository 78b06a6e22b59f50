import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.widgets.presence_list import PresenceGroup, PresenceList, PresenceRow
from boarddesk.ui.widgets.quorum_pips import QuorumPips, QuorumView
from boarddesk.ui.widgets.vote_pad import VotePad, Voter

ADA = PresenceRow("ada", "Ada Byron", "door-open", "Chair", "1")
BEN = PresenceRow("ben", "Ben Okri", "video", keycap="2")
HEAR = PresenceRow("hear", "All can hear each other", checked=False)
GROUPS = (PresenceGroup("In room", (ADA,)), PresenceGroup("Video", (BEN, HEAR)))


@pytest.fixture
def presence(seen) -> PresenceList:
    made = PresenceList(GROUPS, name="Presence")
    made.resize(256, 400)
    seen(made)
    made.setFocus()
    return made


def test_walking_people(presence: PresenceList, qtbot):
    rows = presence.focusProxy()
    presence.choose("ada")
    with qtbot.waitSignal(presence.chosen) as told:
        qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert told.args == ["ben"]
    with qtbot.waitSignal(presence.activated) as told:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert told.args == ["ben"]
    assert rows.accessibleDescription() == "Ben Okri, Video"


def test_whoever_is_chosen_stays_chosen_in_another_group(presence: PresenceList):
    presence.choose("ben")
    left = replace(BEN, icon="log-out", faint=True)
    presence.set_groups((PresenceGroup("In room", (ADA,)), PresenceGroup("Left", (left,))))
    assert presence.current() == "ben"


def test_a_box_is_ticked_by_click_and_by_key(presence: PresenceList, qtbot):
    rows = presence.focusProxy()
    with qtbot.waitSignal(presence.ticked) as told:
        qtbot.mouseClick(rows, Qt.MouseButton.LeftButton, pos=rows.box_of("hear").center().toPoint())
    assert told.args == ["hear", True]
    with qtbot.waitSignal(presence.ticked) as told:
        qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert told.args == ["hear", True]


def test_walking_over_a_box_does_not_tick_it(presence: PresenceList, qtbot):
    rows = presence.focusProxy()
    presence.choose("ben")
    with qtbot.assertNotEmitted(presence.ticked):
        qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert presence.current() == "hear"


def test_quorum_in_words_and_color(seen):
    view = QuorumView(("present",) * 6 + ("recused_in", "recused_out", "out", "vacant"), 6, enough=True,
                      headline="7 of 10", caption="present, 6 needed",
                      sentence="Seven directors remain, constituting a quorum (6).")  # fmt: skip
    pips = QuorumPips(view)
    pips.resize(300, 140)
    seen(pips)
    headline = pips.findChildren(Text)[0]
    assert (headline.text(), headline.property("tone")) == ("7 of 10", "green")
    assert "constituting a quorum" in pips.accessibleName()
    pips.set_view(replace(view, enough=False, headline="5 of 10"))
    assert headline.property("tone") == "red"


def test_pips_are_filled_only_for_those_who_count(seen):
    states = ("present", "recused_in", "recused_out", "out", "vacant")
    pips = QuorumPips(QuorumView(states, 3, enough=False, headline="2 of 5", caption="", sentence=""))
    pips.resize(300, 120)
    seen(pips)
    drawn = pips._pips.grab().toImage()
    pitch, middle, theme = Theme.current().px(21), 8, Theme.current()
    filled = [drawn.pixelColor(n * pitch + 6, middle + 2) for n in range(5)]
    assert [color == theme.color("green-s") for color in filled] == [True, True, False, False, False]


VOTERS = (Voter(1, "Byron", "for"), Voter(2, "Okri"), Voter(3, "Wu", note="recused"))


@pytest.fixture
def pad(seen) -> VotePad:
    made = VotePad("Votes")
    made.set_voters(VOTERS)
    made.resize(480, 200)
    seen(made)
    return made


def test_votes_are_told_and_not_assumed(pad: VotePad, qtbot):
    with qtbot.waitSignal(pad.voted) as told:
        pad.button(2, "against").click()
    assert told.args == [2, "against"]
    assert not pad.button(2, "against").isChecked(), "the record decides what is shown"
    pad.set_voters((VOTERS[0], Voter(2, "Okri", "against"), VOTERS[2]))
    assert pad.button(2, "against").isChecked()


def test_the_same_vote_again_takes_it_back(pad: VotePad, qtbot):
    with qtbot.waitSignal(pad.voted) as told:
        pad.button(1, "for").click()
    assert told.args == [1, None]


def test_no_buttons_for_who_may_not_vote(pad: VotePad):
    assert not pad.button(3, "for").isVisible()
    assert pad.button(1, "for").isVisible()


def test_vote_buttons_by_keyboard(pad: VotePad, qtbot):
    button = pad.button(2, "abstain")
    button.setFocus()
    with qtbot.waitSignal(pad.voted) as told:
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert told.args == [2, "abstain"]
    assert button.accessibleName() == "Okri: abstain"


def test_people_may_change(pad: VotePad):
    pad.set_voters((Voter(9, "Castellanos", "abstain"),))
    assert pad.button(9, "abstain").isChecked()
