"""What the office makes public: ways to report, answered demands, counts."""
