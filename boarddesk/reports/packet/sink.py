"""A file for qpdf to write to. A full disk in the midst of writing would end the whole process there."""

from io import RawIOBase
from pathlib import Path
from types import TracebackType


class Sink(RawIOBase):
    """Takes all that is written; the first error is kept and raised at the end of the `with` block."""

    def __init__(self, path: Path) -> None:
        # Unbuffered, so that closing has nothing left to write.
        self._file = path.open("wb", buffering=0)
        self._error: OSError | None = None

    def writable(self) -> bool:
        """Yes."""
        return True

    def write(self, data: bytes | bytearray | memoryview) -> int:  # type: ignore[override]
        """Write, or remember why that could not be."""
        rest = memoryview(data)
        while rest and self._error is None:
            try:
                rest = rest[self._file.write(rest) :]
            except OSError as error:
                self._error = error
        return len(data)

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
        self.close()
        if value is None and self._error is not None:
            raise self._error
