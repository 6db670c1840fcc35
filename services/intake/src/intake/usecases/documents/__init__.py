"""The official documents of intake: which there are, and what fills their templates. None names a reporter."""
