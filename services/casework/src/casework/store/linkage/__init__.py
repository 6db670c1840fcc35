"""SQL of joint work."""
