"""Tests: the path of a test is the path of the code; its name is the sentence it proves."""
