"""Events between services: written with the business, numbered after commit, pulled by whoever may see them."""
