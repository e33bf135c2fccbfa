"""Tests of the Teams channel: real sockets, real keys, the real Playground in a real browser."""
