"""Out to other formats: event data as PLOVER JSON and POLECAT tables."""

from rawi.export.coding import Coding, TypeCode
from rawi.export.plover import PloverRecord, plover_records
from rawi.export.polecat import COLUMNS, polecat_rows, read_polecat, write_polecat

__all__ = [
    "COLUMNS",
    "Coding",
    "PloverRecord",
    "TypeCode",
    "plover_records",
    "polecat_rows",
    "read_polecat",
    "write_polecat",
]
