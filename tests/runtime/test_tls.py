"""TLS: both clients trust the same, by the same arguments and environment."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from pathlib import Path

import certifi
import pytest

from ..environment import CERTIFICATES
from ..exchange import NoReply, Reply
from .loopback import CERTIFICATE, Loopback, unused_port
from .transports import Open, context_of, find_route, route_to, step

OF_REQUESTS = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")


@pytest.mark.parametrize("name", [*OF_REQUESTS, "SSL_CERT_FILE", "SSL_CERT_DIR"])
def test_a_bundle_from_the_environment_comes_after_the_argument(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trusted(verify: bool | str | None) -> tuple[str, ...] | None:
        return find_route("https://a", (1, 1), None, verify, None).authorities

    assert trusted(None) == trusted(True) == (certifi.where(),)
    monkeypatch.setenv(name, "/bundle.pem")
    assert trusted(None) == trusted(True) == ("/bundle.pem",)
    assert trusted("/mine.pem") == ("/mine.pem",)
    assert trusted(False) is None


def test_the_variables_of_requests_come_before_those_of_openssl(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in reversed(CERTIFICATES):
        (tmp_path / name).touch()
        monkeypatch.setenv(name, str(tmp_path / name))
    chosen = []
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE", ""):
        chosen.append(route_to("https://a").authorities)
        monkeypatch.delenv(name or "NETRC", raising=False)
    one, two, file, folder = (str(tmp_path / name) for name in CERTIFICATES)
    assert chosen == [(one,), (two,), (file, folder), (folder,)]


def test_openssls_variables_may_name_what_is_missing_beside_what_is_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "missing.pem"))
    monkeypatch.setenv("SSL_CERT_DIR", f"{tmp_path / 'missing'}:{tmp_path}")
    assert route_to("https://a").authorities == (str(tmp_path),)


@pytest.mark.parametrize("name", [*OF_REQUESTS, "SSL_CERT_FILE"])
def test_a_certificate_of_a_bundle_from_the_environment_is_trusted(
    name: str, server: Loopback, open_transport: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.tls = True
    monkeypatch.setenv(name, str(CERTIFICATE))
    assert isinstance(open_transport().send(step()), Reply)


def folder_of_certificates(folder: Path) -> str:
    """Make a folder as OpenSSL reads it: each certificate under the hash of its subject."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed")
    command = ["openssl", "x509", "-hash", "-noout", "-in", str(CERTIFICATE)]
    name = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    shutil.copy(CERTIFICATE, folder / f"{name}.0")
    return str(folder)


def test_a_folder_of_certificates_is_trusted(
    server: Loopback, open_transport: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.tls = True
    folder = folder_of_certificates(tmp_path)
    assert isinstance(open_transport(verify=folder).send(step()), Reply)
    monkeypatch.setenv("SSL_CERT_DIR", folder)
    assert isinstance(open_transport().send(step()), Reply)


def test_a_bundle_of_others_is_not_enough(
    server: Loopback, open_transport: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.tls = True
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    reply = open_transport(verify=certifi.where()).send(step())
    assert isinstance(reply, NoReply)
    assert reply.kind == "refused"


@pytest.mark.filterwarnings("ignore:Unverified HTTPS request")
def test_verification_that_is_switched_off_stays_off_whatever_the_environment_says(
    server: Loopback, open_transport: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.tls = True
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/missing.pem")
    assert isinstance(open_transport(verify=False).send(step()), Reply)


@pytest.mark.parametrize("cert", [str(CERTIFICATE), (str(CERTIFICATE), str(CERTIFICATE))])
def test_a_certificate_of_the_client_is_shown(
    cert: str | tuple[str, str], server: Loopback, open_transport: Open
) -> None:
    server.tls = server.wants_certificate = True
    without = open_transport(verify=str(CERTIFICATE)).send(step())
    assert isinstance(without, NoReply)
    assert isinstance(open_transport(verify=str(CERTIFICATE), cert=cert).send(step()), Reply)
    assert len(server.seen) == 1


@pytest.mark.parametrize("option", ["verify", "cert"])
def test_a_file_that_is_missing_is_told_at_once(
    option: str, open_transport: Open, tmp_path: Path
) -> None:
    missing = str(tmp_path / "missing.pem")
    reply = open_transport(f"https://127.0.0.1:{unused_port()}", **{option: missing}).send(step())
    assert isinstance(reply, NoReply)
    assert reply.kind == "refused"
    assert "missing.pem" in reply.detail


def test_a_server_that_speaks_no_tls_is_refused_at_once(
    server: Loopback, open_transport: Open
) -> None:
    server.greeting = b"HTTP/1.1 400 Bad Request\r\n\r\n"
    reply = open_transport(server.base_url.replace("http:", "https:")).send(step())
    assert isinstance(reply, NoReply)
    assert reply.kind == "refused"


def test_a_server_that_never_shakes_hands_is_a_connection_not_made_in_time(
    server: Loopback, open_transport: Open
) -> None:
    server.tls = server.deaf = True
    reply = open_transport(connecting=0.2).send(step())
    assert isinstance(reply, NoReply)
    assert (reply.kind, "timed out" in reply.detail) == ("not_made", True)


def test_an_untrusted_certificate_is_refused_and_nothing_sent(
    server: Loopback, open_transport: Open
) -> None:
    server.tls = True
    reply = open_transport().send(step())
    assert isinstance(reply, NoReply)
    assert reply.kind == "refused"
    assert "certificate verify failed" in reply.detail
    assert server.seen == []


def test_a_certificate_of_ones_own_bundle_is_trusted(
    server: Loopback, open_transport: Open
) -> None:
    server.tls = True
    transport = open_transport(verify=str(CERTIFICATE))
    assert [type(transport.send(step(fresh=True))) for _ in range(2)] == [Reply, Reply]
    assert server.connections == 1


def test_a_handshake_that_breaks_off_is_a_connection_not_made(
    server: Loopback, open_transport: Open
) -> None:
    server.tls = True
    server.hang_up_on = 1
    reply = open_transport(verify=str(CERTIFICATE)).send(step())
    assert isinstance(reply, NoReply)
    assert reply.kind == "not_made"


@pytest.mark.parametrize("name", CERTIFICATES)
def test_a_file_that_the_environment_names_and_is_missing_is_told(
    name: str, open_transport: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(name, str(tmp_path / "missing.pem"))
    reply = open_transport(f"https://127.0.0.1:{unused_port()}").send(step())
    assert isinstance(reply, NoReply)
    assert (reply.kind, "missing.pem" in reply.detail) == ("refused", True)
    # Where no TLS is spoken, it does not matter.
    reply = open_transport(f"http://127.0.0.1:{unused_port()}").send(step())
    assert isinstance(reply, NoReply)
    assert reply.kind == "not_made"


@pytest.mark.parametrize("option", ["verify", "cert"])
def test_a_file_without_certificates_is_told(
    option: str, open_transport: Open, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.pem"
    empty.write_text("nothing\n")
    reply = open_transport(f"https://127.0.0.1:{unused_port()}", **{option: str(empty)}).send(
        step()
    )
    assert isinstance(reply, NoReply)
    assert reply.kind == "refused"


def test_an_encrypted_key_is_refused_and_nobody_asked_for_its_password(
    open_transport: Open, tmp_path: Path
) -> None:
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed")
    key = tmp_path / "key.pem"
    command = ["openssl", "ec", "-aes256", "-passout", "pass:word", "-in", str(CERTIFICATE)]
    subprocess.run([*command, "-out", str(key)], check=True, capture_output=True)
    reply = open_transport(
        f"https://127.0.0.1:{unused_port()}", cert=(str(CERTIFICATE), str(key))
    ).send(step())
    assert isinstance(reply, NoReply)
    assert (reply.kind, "is encrypted" in reply.detail) == ("refused", True)


def test_the_context_is_as_strict_as_the_one_of_python() -> None:
    ours, pythons = context_of(route_to("https://a")), ssl.create_default_context()
    for word in ("verify_flags", "verify_mode", "check_hostname", "minimum_version", "options"):
        assert getattr(ours, word) == getattr(pythons, word), word


def test_nobody_is_trusted_where_no_tls_is_spoken() -> None:
    context = context_of(route_to("http://a"))
    assert (context.verify_mode, context.get_ca_certs()) == (ssl.CERT_REQUIRED, [])


def test_the_pool_is_the_same_for_all_calls(server: Loopback, open_transport: Open) -> None:
    server.tls = True
    transport = open_transport(verify=str(CERTIFICATE))
    for _ in range(3):
        transport.send(step())
    assert server.connections == 1


@pytest.mark.parametrize("name", CERTIFICATES[:3])
@pytest.mark.parametrize(
    ("content", "flaw"), [(None, "no certificate at"), ("no", "no certificates")]
)
def test_a_file_of_the_environment_that_is_of_no_use_is_named_with_its_variable(
    name: str,
    content: str | None,
    flaw: str,
    tmp_path: Path,
    open_transport: Open,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "bundle.pem"
    if content is not None:
        file.write_text(content)
    monkeypatch.setenv(name, str(file))
    reply = open_transport("https://127.0.0.1:9").send(step())
    assert isinstance(reply, NoReply)
    assert reply.kind == "refused"
    assert flaw in reply.detail
    assert str(file) in reply.detail
    assert f", as {name} says" in reply.detail


def test_a_bundle_given_that_holds_no_certificates_is_named(
    tmp_path: Path, open_transport: Open
) -> None:
    file = tmp_path / "bundle.pem"
    file.write_text("no certificate")
    reply = open_transport("https://127.0.0.1:9", verify=str(file)).send(step())
    assert isinstance(reply, NoReply)
    assert f"no certificates in {file}" in reply.detail
    assert "says" not in reply.detail
