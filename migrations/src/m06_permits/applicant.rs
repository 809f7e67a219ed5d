//! People who apply, and their sessions.

/// Statements, in order.
pub(super) const TABLES: &[&str] = &[
    // A person as an identity provider names one. The national number is kept
    // twice: sealed to be shown, and as a keyed hash to be looked up.
    "CREATE TABLE permit_applicant (
        id {uuid} PRIMARY KEY,
        issuer text NOT NULL,
        subject text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('official', 'demo')),
        national_hmac text,
        person_hmac text NOT NULL,
        lang text NOT NULL,
        sealed {blob} NOT NULL,
        created_at_ms bigint NOT NULL,
        seen_at_ms bigint NOT NULL,
        UNIQUE (issuer, subject)
    )",
    "CREATE INDEX permit_applicant_by_number ON permit_applicant (national_hmac)",
    "CREATE TABLE citizen_session (
        token_hash text PRIMARY KEY,
        applicant_id {uuid} NOT NULL REFERENCES permit_applicant (id) ON DELETE CASCADE,
        csrf text NOT NULL,
        assurance text NOT NULL,
        created_at_ms bigint NOT NULL,
        expires_at_ms bigint NOT NULL
    )",
    "CREATE INDEX citizen_session_by_end ON citizen_session (expires_at_ms)",
    // A sign-in under way: answered once, by the browser that began it.
    "CREATE TABLE citizen_sign_in (
        state_hash text PRIMARY KEY,
        browser_hash text NOT NULL,
        nonce text NOT NULL,
        verifier text NOT NULL,
        return_to text NOT NULL,
        expires_at_ms bigint NOT NULL
    )",
    "CREATE INDEX citizen_sign_in_by_end ON citizen_sign_in (expires_at_ms)",
];
