//! A file: answers, documents, consents, fees and its ledger.

use super::Guard;

/// Statements, in order.
pub(super) const TABLES: &[&str] = &[
    // `rows_json` holds the versions of the legal rows that the file used;
    // `key_wrapped` the key of everything sealed: without it the file is erased.
    "CREATE TABLE permit_application (
        id {uuid} PRIMARY KEY,
        applicant_id {uuid} NOT NULL REFERENCES permit_applicant (id),
        procedure text NOT NULL,
        variant text NOT NULL,
        applicant_kind text NOT NULL CHECK (applicant_kind IN ('person', 'company')),
        lang text NOT NULL CHECK (lang IN ('fr', 'nl')),
        state text NOT NULL CHECK (state IN ('draft', 'submitted', 'completeness', 'missing-items', 'advice',
            'notice', 'drafting', 'granted', 'granted-conditions', 'refused', 'inadmissible', 'recorded',
            'withdrawn', 'appealed', 'erased')),
        reference text UNIQUE,
        submit_key text NOT NULL UNIQUE,
        grant_id {uuid},
        municipality text,
        rows_json text NOT NULL,
        key_wrapped {blob},
        version bigint NOT NULL,
        created_at_ms bigint NOT NULL,
        updated_at_ms bigint NOT NULL,
        submitted_at_ms bigint,
        received_on text,
        due_on text,
        closed_at_ms bigint,
        assigned_to {uuid} REFERENCES account (id),
        admissible text CHECK (admissible IN ('yes', 'no')),
        legal_hold text,
        CHECK (state = 'draft' OR state = 'erased' OR (reference IS NOT NULL AND submitted_at_ms IS NOT NULL AND received_on IS NOT NULL)),
        CHECK (state = 'erased' OR key_wrapped IS NOT NULL),
        CHECK (state <> 'erased' OR legal_hold IS NULL)
    )",
    "CREATE INDEX permit_application_by_applicant ON permit_application (applicant_id, created_at_ms)",
    "CREATE INDEX permit_application_by_due ON permit_application (state, due_on, id)",
    "CREATE INDEX permit_application_by_handler ON permit_application (assigned_to, due_on, id)",
    "CREATE INDEX permit_application_by_change ON permit_application (state, updated_at_ms)",
    "CREATE TABLE permit_answer (
        application_id {uuid} NOT NULL REFERENCES permit_application (id) ON DELETE CASCADE,
        page text NOT NULL,
        sealed {blob} NOT NULL,
        session_hash text NOT NULL,
        updated_at_ms bigint NOT NULL,
        PRIMARY KEY (application_id, page)
    )",
    // One row per file; several may belong to one document. `slot` tells whose
    // or which: the row of a list (officer, weapon, cohabitant), or nothing.
    "CREATE TABLE permit_document (
        id {uuid} PRIMARY KEY,
        application_id {uuid} NOT NULL REFERENCES permit_application (id) ON DELETE CASCADE,
        document text NOT NULL,
        slot text NOT NULL,
        purpose text NOT NULL CHECK (purpose IN ('application', 'missing-items', 'notice', 'consent', 'office', 'decision')),
        data_class text NOT NULL,
        name_sealed {blob} NOT NULL,
        media_type text NOT NULL,
        size_bytes bigint NOT NULL CHECK (size_bytes > 0),
        sha256 text NOT NULL,
        dated_on text,
        vault_key text NOT NULL UNIQUE,
        file_key_wrapped {blob} NOT NULL,
        scan text NOT NULL CHECK (scan IN ('pending', 'clean', 'infected', 'not-configured')),
        uploaded_by text NOT NULL CHECK (uploaded_by IN ('applicant', 'office')),
        applicant_sees bigint NOT NULL CHECK (applicant_sees IN (0, 1)),
        created_at_ms bigint NOT NULL
    )",
    "CREATE INDEX permit_document_by_application ON permit_document (application_id, document, slot)",
    "CREATE INDEX permit_document_by_scan ON permit_document (scan, created_at_ms)",
    "CREATE TABLE permit_consent (
        id {uuid} PRIMARY KEY,
        application_id {uuid} NOT NULL REFERENCES permit_application (id) ON DELETE CASCADE,
        slot text NOT NULL,
        person_sealed {blob} NOT NULL,
        person_hmac text NOT NULL,
        route text NOT NULL CHECK (route IN ('online', 'paper')),
        state text NOT NULL CHECK (state IN ('waiting', 'consented', 'refused', 'expired')),
        token_hash text UNIQUE,
        answered_by {uuid} REFERENCES permit_applicant (id),
        paper_document_id {uuid},
        paper_checked_by {uuid} REFERENCES account (id),
        invited_at_ms bigint,
        answered_at_ms bigint,
        due_on text,
        reminders bigint NOT NULL CHECK (reminders BETWEEN 0 AND 9),
        UNIQUE (application_id, slot),
        UNIQUE (application_id, person_hmac),
        UNIQUE (application_id, answered_by),
        CHECK (state NOT IN ('consented', 'refused') OR answered_at_ms IS NOT NULL),
        CHECK (state NOT IN ('consented', 'refused') OR (answered_by IS NOT NULL) <> (paper_checked_by IS NOT NULL))
    )",
    // Money in cents. Without an amount the rate is not confirmed and nothing
    // can be asked.
    "CREATE TABLE permit_fee (
        id {uuid} PRIMARY KEY,
        application_id {uuid} NOT NULL REFERENCES permit_application (id) ON DELETE CASCADE,
        fee text NOT NULL,
        stage text NOT NULL CHECK (stage IN ('filing', 'grant')),
        row_from text NOT NULL,
        amount_cents bigint CHECK (amount_cents >= 0),
        municipality_cents bigint CHECK (municipality_cents >= 0),
        ogm text NOT NULL UNIQUE,
        state text NOT NULL CHECK (state IN ('open', 'requested', 'paid', 'waived')),
        paid_cents bigint NOT NULL CHECK (paid_cents >= 0),
        requested_at_ms bigint,
        paid_on text,
        UNIQUE (application_id, stage),
        CHECK (state <> 'paid' OR (amount_cents IS NOT NULL AND paid_cents >= amount_cents AND paid_on IS NOT NULL)),
        CHECK (state <> 'requested' OR amount_cents IS NOT NULL)
    )",
    // A line of a bank statement is taken up once, however often it is read.
    "CREATE TABLE permit_payment (
        bank_reference text PRIMARY KEY,
        fee_id {uuid} REFERENCES permit_fee (id) ON DELETE SET NULL,
        ogm text,
        amount_cents bigint NOT NULL,
        received_on text NOT NULL,
        statement text NOT NULL,
        line_sealed {blob},
        recorded_at_ms bigint NOT NULL
    )",
    "CREATE INDEX permit_payment_by_fee ON permit_payment (fee_id)",
    // The clock as a ledger, and the history that the applicant sees.
    "CREATE TABLE permit_event (
        id {uuid} PRIMARY KEY,
        application_id {uuid} NOT NULL REFERENCES permit_application (id),
        kind text NOT NULL,
        on_day text NOT NULL,
        until_day text,
        deadline text NOT NULL,
        row_from text NOT NULL,
        amount bigint,
        unit text,
        actor text NOT NULL,
        detail_sealed {blob},
        at_ms bigint NOT NULL,
        CHECK (kind <> 'extended' OR (amount IS NOT NULL AND unit IS NOT NULL AND detail_sealed IS NOT NULL))
    )",
    "CREATE INDEX permit_event_by_application ON permit_event (application_id, at_ms)",
    "CREATE UNIQUE INDEX permit_event_one_extension ON permit_event (application_id, deadline) WHERE kind = 'extended'",
    "CREATE UNIQUE INDEX permit_event_one_receipt ON permit_event (application_id) WHERE kind = 'received'",
];

/// Rules.
pub(super) const GUARDS: &[Guard] = &[
    Guard {
        name: "permit_consent_not_own",
        table: "permit_consent",
        on: "UPDATE",
        refused: "NEW.answered_by IS NOT NULL AND EXISTS (SELECT 1 FROM permit_application a \
                  WHERE a.id = NEW.application_id AND a.applicant_id = NEW.answered_by)",
    },
    Guard {
        name: "permit_consent_bound",
        table: "permit_consent",
        on: "UPDATE",
        refused: "OLD.answered_by IS NOT NULL AND (NEW.answered_by IS NULL OR NEW.answered_by <> OLD.answered_by)",
    },
    Guard {
        name: "permit_fee_frozen",
        table: "permit_fee",
        on: "UPDATE",
        refused: "OLD.amount_cents IS NOT NULL AND (NEW.amount_cents IS NULL OR NEW.amount_cents <> OLD.amount_cents)",
    },
    Guard {
        name: "permit_payment_frozen",
        table: "permit_payment",
        on: "UPDATE",
        refused: "NEW.amount_cents <> OLD.amount_cents OR NEW.received_on <> OLD.received_on \
                  OR NEW.bank_reference <> OLD.bank_reference",
    },
    Guard {
        name: "permit_application_reference_kept",
        table: "permit_application",
        on: "UPDATE",
        refused: "OLD.reference IS NOT NULL AND (NEW.reference IS NULL OR NEW.reference <> OLD.reference)",
    },
    Guard {
        name: "permit_application_version_grows",
        table: "permit_application",
        on: "UPDATE",
        refused: "NEW.version < OLD.version",
    },
];
