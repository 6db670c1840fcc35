"""Breaking glass (紧急查阅): looking into a colleague's matter by written order, seen at once by the superior."""
