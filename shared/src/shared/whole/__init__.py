"""A whole object in one archive: what happened, who signed, its papers and files, and the proof that nothing was changed."""
