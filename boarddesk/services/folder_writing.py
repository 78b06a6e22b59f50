"""Folders written whole or not at all; what lies there already is touched only where an earlier export made it."""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.common.progress import Progress
from boarddesk.services.files import not_written

SUMS = "SHA256SUMS.txt"
HEAD = "# Written by BoardDesk for "
"""How the list of hashes begins: by it a folder is known as an earlier export of the same company."""


class Made(msgspec.Struct, frozen=True):
    """One file as it was made: its place below the folder, its SHA-256, its size in bytes."""

    path: str
    sha256: str
    size: int


class Written(msgspec.Struct, frozen=True):
    """What became of the folder: files new or changed, files that stayed, files of an earlier export taken away."""

    files: tuple[Made, ...]
    fresh: int
    same: int
    removed: int


def write_folder(
    dest: Path,
    company: str,
    files: Sequence[tuple[str, Callable[[], bytes]]],
    last: Callable[[tuple[Made, ...]], Sequence[tuple[str, bytes]]],
    progress: Progress | None = None,
) -> Written:
    """Write every file below `dest`, then those that `last` makes of their hashes, then the list of all hashes.

    UserError before anything is written where something lies there that no earlier export made, or that was changed
    since. A stop leaves the folder as it was.
    """
    progress = progress or Progress()
    dest = dest.absolute()
    before = _claimed(dest, company)
    names = [path for path, _load in files]
    _require_free(dest, before, names)
    part = dest.with_name(f".{dest.name}.{os.getpid()}.part")
    try:
        try:
            made = _make(part, company, files, last, progress)
        except OSError as error:
            raise not_written(dest, error) from None
        _require_free(dest, before, [each.path for each in made])
        try:
            return _settle(part, dest, company, made, before)
        except OSError as error:
            raise not_written(dest, error) from None
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _claimed(dest: Path, company: str) -> dict[str, str]:
    """The files that an earlier export wrote, by place, with their hashes; nothing for a new or empty folder."""
    if not dest.parent.is_dir():
        raise UserError("There is no such folder to write into.", str(dest.parent), "Make it first.", code="no_folder")
    if dest.is_symlink() or (dest.exists() and not dest.is_dir()):
        raise UserError("This is no folder.", str(dest), "Choose a new or an empty folder.", code="no_folder")
    if not dest.exists() or not any(dest.iterdir()):
        return {}
    try:
        head, *lines = (dest / SUMS).read_text(encoding="utf-8").splitlines() or [""]
    except (OSError, UnicodeDecodeError):
        head, lines = "", []
    if head != f"{HEAD}{company}":
        raise UserError(
            "The folder holds other files.", str(dest), "Choose a new or an empty folder.", code="folder_not_empty"
        )
    return {path: digest for digest, gap, path in (line.partition("  ") for line in lines) if gap}


def _require_free(dest: Path, before: Mapping[str, str], paths: Iterable[str]) -> None:
    """UserError that names the first place where something lies that was not written by an earlier export."""
    for path in paths:
        target = dest / path
        for above in target.relative_to(dest).parents:
            if (dest / above).is_symlink():
                raise _in_the_way(dest / above)
        if target.is_symlink() or target.is_dir():
            raise _in_the_way(target)
        if target.exists() and _digest(target) != before.get(path):
            raise _in_the_way(target)


def _in_the_way(path: Path) -> UserError:
    return UserError(
        "This was not written by the export, or was changed since, and is not written over.",
        str(path), "Move it away, or choose another folder.", code="in_the_way",
    )  # fmt: skip


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _make(
    part: Path,
    company: str,
    files: Sequence[tuple[str, Callable[[], bytes]]],
    last: Callable[[tuple[Made, ...]], Sequence[tuple[str, bytes]]],
    progress: Progress,
) -> tuple[Made, ...]:
    """Every file in a folder beside the one wanted."""
    part.mkdir()
    made = []
    for number, (path, load) in enumerate(files):
        progress.step(number, len(files) + 1, path.rpartition("/")[2])
        made.append(_write(part, path, load()))
    progress.step(len(files), len(files) + 1, "Writing the index")
    made += [_write(part, path, data) for path, data in last(tuple(made))]
    _write(part, SUMS, _sums(company, {each.path: each.sha256 for each in made}))
    return tuple(made)


def _write(folder: Path, path: str, data: bytes) -> Made:
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    return Made(path, hashlib.sha256(data).hexdigest(), len(data))


def _sums(company: str, digests: Mapping[str, str]) -> bytes:
    lines = [f"{HEAD}{company}", *(f"{digest}  {path}" for path, digest in digests.items())]
    return ("\n".join(lines) + "\n").encode()


def _settle(part: Path, dest: Path, company: str, made: tuple[Made, ...], before: Mapping[str, str]) -> Written:
    """Put the folder in its place, or its files into that of an earlier export."""
    if not before:
        if dest.exists():
            dest.rmdir()
        part.rename(dest)
        return Written(made, len(made), 0, 0)
    # Were this broken off, the list would still name all that lies there by now.
    _write(dest, SUMS, _sums(company, {**before, **{each.path: each.sha256 for each in made}}))
    same = sum(before.get(each.path) == each.sha256 and (dest / each.path).exists() for each in made)
    for each in made:
        if before.get(each.path) != each.sha256 or not (dest / each.path).exists():
            (dest / each.path).parent.mkdir(parents=True, exist_ok=True)
            (part / each.path).replace(dest / each.path)
    removed = _take_away(dest, before, {each.path for each in made})
    (part / SUMS).replace(dest / SUMS)
    return Written(made, len(made) - same, same, removed)


def _take_away(dest: Path, before: Mapping[str, str], kept: set[str]) -> int:
    """Take files of an earlier export away that are no longer in it and that nobody changed."""
    count = 0
    for path, digest in before.items():
        target = dest / path
        inside = ".." not in Path(path).parts and not Path(path).is_absolute() and target.resolve() == target
        if path not in kept and inside and target.is_file() and _digest(target) == digest:
            target.unlink()
            count += 1
            for above in target.relative_to(dest).parents:
                if (dest / above) != dest and not any((dest / above).iterdir()):
                    (dest / above).rmdir()
    return count
