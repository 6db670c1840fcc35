"""Office, group and region work one matter under one command (室组地联动).

Rule: chapter 6 of the book of rules.
"""
