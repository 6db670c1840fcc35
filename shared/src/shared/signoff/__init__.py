"""Sign-off (签批): written approval by leaders, in order, bound to the document they saw."""
