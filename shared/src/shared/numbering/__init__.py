"""Human numbers `{org}-{kind}-{year}-{seq}`: without gaps, given in the business transaction. Rule: 1.8."""

from shared.numbering.counter import Number, next_number, void, voided

__all__ = ["Number", "next_number", "void", "voided"]
