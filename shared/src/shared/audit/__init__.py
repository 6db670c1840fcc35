"""Who did and saw what: written with the business, numbered and sealed into a tree after commit."""
