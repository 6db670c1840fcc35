"""Routes of joint work that are no moves of a lifecycle table."""
