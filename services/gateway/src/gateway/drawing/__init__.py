"""Pictures of processes, drawn on the server: nothing in them runs or loads anything."""
