//! Permits that were granted, and their parts.

/// Statements, in order.
pub(super) const TABLES: &[&str] = &[
    // What a permit is about (weapons, theme, place) is sealed with the key of
    // its file. `ends_on` is empty for a permit without an end.
    "CREATE TABLE permit_grant (
        id {uuid} PRIMARY KEY,
        application_id {uuid} NOT NULL REFERENCES permit_application (id),
        decision_id {uuid} NOT NULL REFERENCES permit_decision (id),
        holder_id {uuid} NOT NULL REFERENCES permit_applicant (id),
        number text NOT NULL UNIQUE,
        procedure text NOT NULL,
        model text NOT NULL,
        state text NOT NULL CHECK (state IN ('active', 'suspended', 'lapsed', 'expired', 'revoked')),
        subject_sealed {blob} NOT NULL,
        issued_on text NOT NULL,
        ends_on text,
        acquire_until text,
        acquired_on text,
        control_on text,
        changed_at_ms bigint NOT NULL
    )",
    "CREATE INDEX permit_grant_by_holder ON permit_grant (holder_id, issued_on)",
    "CREATE INDEX permit_grant_by_window ON permit_grant (state, acquire_until)",
    "CREATE INDEX permit_grant_by_end ON permit_grant (state, ends_on)",
    "CREATE INDEX permit_grant_by_control ON permit_grant (state, control_on)",
    // Parts A (holder) and B (back to the authority) of model 4.
    "CREATE TABLE permit_part (
        grant_id {uuid} NOT NULL REFERENCES permit_grant (id) ON DELETE CASCADE,
        part text NOT NULL CHECK (part IN ('A', 'B')),
        state text NOT NULL CHECK (state IN ('with-holder', 'with-authority', 'to-return', 'lost')),
        serial_sealed {blob},
        returned_on text,
        changed_at_ms bigint NOT NULL,
        PRIMARY KEY (grant_id, part)
    )",
];
