package io.infinimill.teacher.fake;

/** What can go wrong with one request. */
public enum Fault {
    /** 429 with Retry-After. */
    OVERLOADED,
    /** 503 without advice. */
    SERVER_ERROR,
    /** No reply ever; the request holds no slot. */
    SILENCE,
    /** The connection is reset instead of a reply. */
    RESET,
    /** A reply whose text stops in the middle, with finish reason length. */
    TRUNCATED,
    /** A reply whose text is JSON, but not what was asked for. */
    WRONG_SCHEMA,
    /** Status 200 with a body that is not JSON. */
    GARBAGE,
    /** The body ends before its announced length, with the connection. */
    CUT_OFF,
    /** The right reply, in small pieces over ten times its latency. */
    DRIP
}
