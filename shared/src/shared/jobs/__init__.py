"""Work that takes longer than an answer may: asked for in the business transaction, done by the worker, once."""
