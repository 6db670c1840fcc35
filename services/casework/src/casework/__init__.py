"""Clues, verification, cases, joint handling by office, group and region, case products and quality review.

Does not own reporter identities, nor the duty of an organisation to put something right.
"""
