"""Walk through the journeys of the demo against a running set, as an outside client would."""
