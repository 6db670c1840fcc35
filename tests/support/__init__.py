"""What tests stand on: the throwaway database server, builders, fakes."""
