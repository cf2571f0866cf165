"""Causes of failure, each with its exit code: 1 for an input that failed, 2 for a wrong call."""

from __future__ import annotations


class ConvertError(Exception):
    """An input that cannot be converted; the message is one line that names what to do."""

    exit_code = 1


class UsageError(ConvertError):
    """A call, configuration or rule file that cannot be understood."""

    exit_code = 2


class DecodeError(ConvertError):
    """The bytes are no text in any supported encoding."""


class EmptyInput(ConvertError):
    """The input holds no text."""


class RuleError(UsageError):
    """A rule file is wrong; the message gives file and line."""


class RuleTimeout(ConvertError):
    """A user's pattern took too long; the message gives the rule's name."""


class WriteError(ConvertError):
    """An output could not be written; the target is as it was."""


class ConservationError(ConvertError):
    """A stage lost or invented text: a bug in convert, never the input's fault."""
