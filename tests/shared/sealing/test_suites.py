"""Standard vectors: McGrew and Viega for AES-GCM, RFC 8998, GB/T 32905, RFC 5869, RFC 8032."""

from __future__ import annotations

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from shared.sealing.errors import SealBroken
from shared.sealing.suites import SUITES, suite_numbered

AAD = bytes.fromhex("feedfacedeadbeeffeedfacedeadbeefabaddad2")


def test_suite_1_gives_the_published_aes_256_gcm_answer() -> None:
    key = bytes.fromhex("feffe9928665731c6d6a8f9467308308" * 2)
    nonce = bytes.fromhex("cafebabefacedbaddecaf888")
    plain = bytes.fromhex(
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
        "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"
    )
    sealed = bytes.fromhex(
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
        "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
        "76fc6ece0f4e1768cddf8853bb2d551b"
    )
    cipher = SUITES[1].cipher(key)

    assert cipher.encrypt(nonce, plain, AAD) == sealed
    assert cipher.decrypt(nonce, sealed, AAD) == plain


def test_suite_2_gives_the_sm4_gcm_answer_of_rfc_8998() -> None:
    key = bytes.fromhex("0123456789abcdeffedcba9876543210")
    nonce = bytes.fromhex("00001234567800000000abcd")
    plain = b"".join(bytes([byte]) * 8 for byte in (0xAA, 0xBB, 0xCC, 0xDD, 0xEE, 0xFF, 0xEE, 0xAA))
    sealed = bytes.fromhex(
        "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
        "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
        "83de3541e4c2b58177e065a9bf7b62ec"
    )
    cipher = SUITES[2].cipher(key)

    assert cipher.encrypt(nonce, plain, AAD) == sealed
    assert cipher.decrypt(nonce, sealed, AAD) == plain


def test_sm4_gcm_refuses_what_is_shorter_than_a_tag() -> None:
    with pytest.raises(InvalidTag):
        SUITES[2].cipher(bytes(16)).decrypt(bytes(12), b"short", b"")


def test_the_hashes_are_sha_256_and_sm3() -> None:
    assert (
        SUITES[1].digest(b"abc").hex() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )
    assert (
        SUITES[2].digest(b"abc").hex() == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    )


def test_hkdf_of_suite_1_gives_the_first_answer_of_rfc_5869() -> None:
    made = SUITES[1].derive(
        bytes([0x0B]) * 22,
        42,
        salt=bytes.fromhex("000102030405060708090a0b0c"),
        info=bytes.fromhex("f0f1f2f3f4f5f6f7f8f9"),
    )

    assert made.hex() == (
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
    )


def test_hmac_sm3_is_the_hmac_construction_over_sm3() -> None:
    suite, key, text = SUITES[2], b"key", b"The quick brown fox"
    padded = key + bytes(64 - len(key))
    inner = suite.digest(bytes(byte ^ 0x36 for byte in padded) + text)

    assert suite.mac(key, text) == suite.digest(bytes(byte ^ 0x5C for byte in padded) + inner)


def test_ed25519_gives_the_first_answer_of_rfc_8032() -> None:
    seed = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")

    assert Ed25519PrivateKey.from_private_bytes(seed).sign(b"").hex() == (
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
        "d25bf5f0595bbe24655141438e7a100b"
    )


def test_a_suite_that_nobody_wrote_is_refused() -> None:
    with pytest.raises(SealBroken):
        suite_numbered(3)
