"""The Certificate Transparency reference vectors (RFC 6962 and RFC 9162 build the same trees)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.audit.tree import (
    EMPTY_ROOT,
    Frontier,
    Node,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    node_hash,
    root_at,
    root_of,
    verify_consistency,
    verify_inclusion,
)

ENTRIES = [bytes.fromhex(text) for text in (
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
)]  # fmt: skip
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
INCLUSION = [  # leaf (from 0), size, audit path
    (0, 1, []),
    (0, 8, [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]),
    (5, 8, [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]),
    (2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
    (1, 5, [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ]),
]  # fmt: skip
CONSISTENCY = [  # old size, new size, proof
    (1, 1, []),
    (1, 8, [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]),
    (6, 8, [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]),
    (2, 5, [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ]),
]  # fmt: skip


def _node(leaves: list[bytes]) -> Node:
    def node(level: int, index: int) -> bytes:
        if level == 0:
            return leaves[index]
        return node_hash(node(level - 1, 2 * index), node(level - 1, 2 * index + 1))

    return node


LEAVES = [leaf_hash(entry) for entry in ENTRIES]
NODE = _node(LEAVES)
MANY = [leaf_hash(bytes([number])) for number in range(70)]
MANY_NODE = _node(MANY)


@pytest.mark.parametrize("size", range(9))
def test_roots_are_the_published_ones(size: int) -> None:
    assert root_of(LEAVES[:size]).hex() == ROOTS[size]
    assert root_at(size, NODE).hex() == ROOTS[size]


@pytest.mark.parametrize(("index", "size", "path"), INCLUSION)
def test_inclusion_proofs_are_the_published_ones(index: int, size: int, path: list[str]) -> None:
    assert [step.hex() for step in inclusion_proof(index, size, NODE)] == path


@pytest.mark.parametrize(("old", "new", "path"), CONSISTENCY)
def test_consistency_proofs_are_the_published_ones(old: int, new: int, path: list[str]) -> None:
    assert [step.hex() for step in consistency_proof(old, new, NODE)] == path


def test_every_inclusion_proof_verifies_and_only_for_its_leaf() -> None:
    for size in range(1, 40):
        root = root_at(size, MANY_NODE)
        for index in range(size):
            proof = inclusion_proof(index, size, MANY_NODE)
            assert verify_inclusion(MANY[index], index, size, proof, root)
            assert not verify_inclusion(MANY[69], index, size, proof, root)
            assert not verify_inclusion(MANY[index], (index + 1) % (size + 1), size, proof, root)
            assert not verify_inclusion(MANY[index], index, size, [*proof, MANY[0]], root)
            if proof:
                assert not verify_inclusion(MANY[index], index, size, proof[:-1], root)
                assert not verify_inclusion(MANY[index], index, size, [MANY[68], *proof[1:]], root)


def test_every_consistency_proof_verifies_and_only_for_its_roots() -> None:
    for new in range(1, 40):
        new_root = root_at(new, MANY_NODE)
        for old in range(1, new + 1):
            old_root = root_at(old, MANY_NODE)
            proof = consistency_proof(old, new, MANY_NODE)
            assert verify_consistency(old, old_root, new, new_root, proof)
            assert not verify_consistency(old, MANY[69], new, new_root, proof)
            assert not verify_consistency(old, old_root, new, MANY[69], proof)
            assert not verify_consistency(old, old_root, new, new_root, [*proof, MANY[0]])
            if proof:
                assert not verify_consistency(old, old_root, new, new_root, proof[:-1])
                assert not verify_consistency(old, old_root, new, new_root, [*proof[:-1], MANY[68]])


def test_proofs_are_no_longer_than_the_tree_is_high() -> None:
    assert max(len(inclusion_proof(index, 70, MANY_NODE)) for index in range(70)) == 7
    assert max(len(consistency_proof(old, 70, MANY_NODE)) for old in range(1, 71)) <= 8


@given(st.integers(0, 70), st.integers(0, 70))
def test_a_frontier_that_was_put_away_continues_where_it_was(size: int, more: int) -> None:
    frontier = Frontier()
    for leaf in MANY[:size]:
        frontier.append(leaf)

    again = Frontier.decode(size, frontier.encode())
    for leaf in MANY[size : size + more]:
        again.append(leaf)

    assert again.root() == root_of(MANY[: size + more])
    assert len(again.hashes) == again.size.bit_count()


def test_a_frontier_of_another_size_is_refused() -> None:
    with pytest.raises(ValueError, match="number of subtrees"):
        Frontier.decode(3, bytes(32))


def test_the_empty_tree_has_the_root_of_nothing() -> None:
    assert root_of([]) == root_at(0, NODE) == EMPTY_ROOT


def test_there_is_no_proof_for_what_is_not_there() -> None:
    for index, size in ((0, 0), (5, 5), (-1, 5)):
        with pytest.raises(ValueError, match="no such leaf"):
            inclusion_proof(index, size, NODE)
        assert not verify_inclusion(LEAVES[0], index, size, [], LEAVES[0])
    for old, new in ((0, 5), (6, 5)):
        with pytest.raises(ValueError, match="not a smaller tree"):
            consistency_proof(old, new, NODE)
        assert not verify_consistency(old, EMPTY_ROOT, new, EMPTY_ROOT, [])
