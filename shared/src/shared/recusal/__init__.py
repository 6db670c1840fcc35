"""Recusal (回避): officers who must keep away from one object, and the check that finds them.

Rule: 1.6.
"""
