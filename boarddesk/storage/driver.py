"""The one place that joins the SQLite driver (plain and encrypted files alike) to sqlite-utils."""

import sys

import sqlcipher3
import sqlcipher3.dbapi2

# sqlite-utils takes the first driver of this name that it can import.
sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", sqlcipher3.dbapi2)

from sqlite_utils import Database  # noqa: E402
from sqlite_utils.migrations import Migrations  # noqa: E402

connect = sqlcipher3.connect
DatabaseError = sqlcipher3.DatabaseError
IntegrityError = sqlcipher3.IntegrityError
OperationalError = sqlcipher3.OperationalError

__all__ = ["Database", "DatabaseError", "IntegrityError", "Migrations", "OperationalError", "connect"]
