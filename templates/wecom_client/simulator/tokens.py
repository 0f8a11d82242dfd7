"""Tokens: applications with their secrets, tokens with their life and their refusals."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from .refusals import RefusalError

TOKEN_OPERATION = "gettoken"
FIRST_APPLICATION = "application 1"
"""The application that every simulator has."""
LIFETIME = 7200


@dataclass(frozen=True, slots=True)
class _Token:
    value: str
    application: str
    ends: float


class TokenIssuer:
    """Issues tokens to applications and says which application a token belongs to.

    An application that asks again gets the same token until a second before its end, and is told
    the seconds that it still has. A token that was ever issued is answered with 42001 after its
    end, whether its time ran out or it was ended early; one that never was, with 40014. `requests`
    counts the answers that held a token, a new one or the same.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        """Issue the tokens of one company; `clock` returns Unix seconds."""
        self._clock = clock
        self.corp_id = "ww" + secrets.token_hex(8)
        self._applications: dict[str, str] = {}
        self._current: dict[str, _Token] = {}
        self._issued: dict[str, _Token] = {}
        self.requests = 0

    @property
    def issued(self) -> int:
        """How many tokens were issued, each counted once."""
        return len(self._issued)

    @property
    def ended(self) -> int:
        """How many of them have ended, by their time or early."""
        now = self._clock()
        return sum(token.ends <= now for token in self._issued.values())

    def add_application(self) -> str:
        """Add an application and return its secret."""
        secret = secrets.token_urlsafe(32)
        self._applications[secret] = f"application {len(self._applications) + 1}"
        return secret

    def issue(self, query: Mapping[str, str]) -> dict[str, Any]:
        """Answer a `gettoken`.

        Raises:
            RefusalError: 41002, 41004 (corpid, corpsecret missing), 40013, 40001 (wrong).
        """
        for name, errcode in (("corpid", 41002), ("corpsecret", 41004)):
            if not query.get(name):
                raise RefusalError(errcode, f"{name} missing")
        if query["corpid"] != self.corp_id:
            raise RefusalError(40013, "invalid corpid")
        application = self._applications.get(query["corpsecret"])
        if application is None:
            raise RefusalError(40001, "invalid credential")
        now = self._clock()
        token = self._token_for(application, now)
        self.requests += 1
        return {
            "errcode": 0,
            "errmsg": "ok",
            "access_token": token.value,
            "expires_in": int(token.ends - now),
        }

    def application_of(self, query: Mapping[str, str]) -> str:
        """Return the application that a call's token belongs to.

        Raises:
            RefusalError: 41001 (missing), 40014 (unknown), 42001 (ended).
        """
        value = query.get("access_token")
        if not value:
            raise RefusalError(41001, "access_token missing")
        token = self._issued.get(value)
        if token is None:
            raise RefusalError(40014, "invalid access_token")
        if token.ends <= self._clock():
            raise RefusalError(42001, "access_token expired")
        return token.application

    def is_alive(self, query: Mapping[str, str]) -> bool:
        """Whether a call's token has been issued and has not ended."""
        token = self._issued.get(query.get("access_token", ""))
        return token is not None and token.ends > self._clock()

    def end(self, query: Mapping[str, str]) -> None:
        """End a call's token now; it must be alive."""
        self._end(self._issued[query["access_token"]])

    def expire(self) -> None:
        """End every token now, as the platform may do before its time."""
        for token in list(self._current.values()):
            self._end(token)

    def _end(self, token: _Token) -> None:
        self._issued[token.value] = _Token(token.value, token.application, float("-inf"))
        current = self._current.get(token.application)
        if current is not None and current.value == token.value:
            del self._current[token.application]

    def _token_for(self, application: str, now: float) -> _Token:
        token = self._current.get(application)
        if token is None or token.ends - now < 1:
            value = secrets.token_urlsafe(48)
            token = _Token(value, application, now + LIFETIME)
            self._current[application] = self._issued[value] = token
        return token
