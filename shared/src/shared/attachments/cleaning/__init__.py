"""What is given out instead of the file that came: the same content, without what tells on its maker."""
