"""What can go wrong between a service and its database.

DatabaseError
├── DatabaseUnavailable   no connection in time, or it broke
└── NotOneRow             a statement that must find one row found none or many
"""

from __future__ import annotations


class DatabaseError(Exception):
    """Anything this package raises."""


class DatabaseUnavailable(DatabaseError):
    """The database cannot be reached now; the work was not done, or not acknowledged."""


class NotOneRow(DatabaseError):
    """A statement that must find exactly one row found another number."""
