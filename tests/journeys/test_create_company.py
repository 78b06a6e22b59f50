"""She makes a company file, closes it, and finds it again among the recent files."""

from secretary import Secretary

from boarddesk.domain.company import Company


def test_create_a_company_and_open_it_again(desk: Secretary) -> None:
    path = desk.folder / "example.boarddesk"
    desk.files = [path]
    assert desk.sees("The file is not encrypted; a private folder or an encrypted disk guards it")
    desk.click(
        "Create a company",
        {
            "Name, as in the certificate of incorporation": "Example Systems, Inc.",
            "Short name": "Example",
            "Fiscal year ends": "30 June",
            "Class III elected in": "2026",
        },
    )
    company = desk.record.company
    assert (company.name, company.short_name, company.fiscal_year_end) == ("Example Systems, Inc.", "Example", "06-30")
    assert company.class_base_years == {"I": 2024, "II": 2025, "III": 2026}
    assert desk.sees("Example Systems, Inc.")
    assert desk.sees("Fiscal year ends 30 Jun")
    assert desk.sees("All changes saved")
    assert desk.sees("example.boarddesk")

    desk.click("Close the file")
    assert desk.window.services is None
    assert path.is_file()
    assert not path.with_name(path.name + ".lock").exists()
    desk.click("example.boarddesk")
    assert desk.record.company == company


def test_two_classes_elected_in_one_year_are_refused_in_the_dialog(desk: Secretary) -> None:
    said: list[str] = []

    def fill(dialog: object) -> None:
        desk.fill({"Name, as in the certificate of incorporation": "Example, Inc.", "Class I elected in": "2026"})
        desk.find_button("Choose where to keep it…").click()
        said.extend(dialog.errors())  # type: ignore[attr-defined]
        dialog.reject()  # type: ignore[attr-defined]

    desk.click("Create a company", then=fill)
    assert said == ["Give three different years, one of an annual meeting for each class."]
    assert desk.window.services is None


def test_what_is_no_company_file_is_refused_in_a_sentence(desk: Secretary) -> None:
    path = desk.folder / "notes.boarddesk"
    path.write_text("Notes of a meeting, long enough to be looked at. " * 20)
    desk.files = [path]
    seen: list[str] = []

    def read(dialog: object) -> None:
        seen.append(desk.words(dialog))  # type: ignore[arg-type]
        dialog.reject()  # type: ignore[attr-defined]

    desk.click("Open a company file", then=read)
    assert "notes.boarddesk" in seen[0]
    assert "Traceback" not in seen[0]
    assert desk.window.services is None


def test_a_second_window_reads_only_and_says_who_holds_the_file(desk: Secretary) -> None:
    from boarddesk.services.workspace import open_company

    desk.start()
    path = desk.services.path
    desk.click("Close the file")
    other = open_company(path)
    try:
        desk.open(path)
        assert desk.banner().startswith("Read only. It is being edited by")
        assert not desk.page("calendar").isHidden()
        import pytest

        with pytest.raises(AssertionError, match="no button"):
            desk.click("Schedule…")
    finally:
        desk.click("Close the file")
        other.close()


def test_change_is_undone_and_done_again_by_its_name(desk: Secretary) -> None:
    from boarddesk.services.commands.create_company import ChangeCompany

    desk.start()
    before = desk.record.company
    desk.services.bus.do(ChangeCompany(Company(id="company", name="Acme Instruments, Inc.", short_name="Acme Corp")))
    desk.settle()
    assert desk.toast() == "Saved: Change the company's particulars"
    desk.undo()
    assert desk.record.company == before
    assert desk.toast() == "Undone: Change the company's particulars"
    desk.redo()
    assert desk.record.company.short_name == "Acme Corp"
