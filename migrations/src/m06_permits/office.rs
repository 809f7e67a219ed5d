//! What the office does with a file: advice, notices, decisions, delivery.

use super::Guard;

/// Statements, in order.
pub(super) const TABLES: &[&str] = &[
    // `authority` names who is asked: a police zone, the prosecutor, a mayor.
    "CREATE TABLE permit_advice (
        id {uuid} PRIMARY KEY,
        application_id {uuid} NOT NULL REFERENCES permit_application (id) ON DELETE CASCADE,
        advice text NOT NULL,
        row_from text NOT NULL,
        authority text NOT NULL,
        place text NOT NULL CHECK (place IN ('residence', 'activity', 'storage', 'none')),
        adviser_id {uuid} REFERENCES account (id),
        token_hash text UNIQUE,
        question_sealed {blob} NOT NULL,
        asked_by {uuid} NOT NULL REFERENCES account (id),
        sent_at_ms bigint NOT NULL,
        due_on text,
        reminders bigint NOT NULL,
        received_at_ms bigint,
        result text CHECK (result IN ('favourable', 'unfavourable', 'conditions', 'none')),
        text_sealed {blob},
        applicant_sees bigint NOT NULL CHECK (applicant_sees IN (0, 1)),
        answered_by text,
        CHECK ((received_at_ms IS NULL) = (result IS NULL))
    )",
    "CREATE INDEX permit_advice_by_application ON permit_advice (application_id)",
    "CREATE INDEX permit_advice_by_adviser ON permit_advice (adviser_id, received_at_ms, due_on)",
    // Missing items, or the notice before an adverse decision.
    "CREATE TABLE permit_notice (
        id {uuid} PRIMARY KEY,
        application_id {uuid} NOT NULL REFERENCES permit_application (id) ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('missing-items', 'before-adverse')),
        state text NOT NULL CHECK (state IN ('open', 'answered', 'expired', 'withdrawn')),
        text_sealed {blob} NOT NULL,
        items_json text NOT NULL,
        sent_by {uuid} NOT NULL REFERENCES account (id),
        sent_at_ms bigint NOT NULL,
        due_on text NOT NULL,
        answer_sealed {blob},
        answered_at_ms bigint,
        snapshot_sealed {blob},
        closed_at_ms bigint,
        CHECK (state <> 'answered' OR answered_at_ms IS NOT NULL)
    )",
    "CREATE UNIQUE INDEX permit_notice_one_open ON permit_notice (application_id, kind) WHERE state = 'open'",
    "CREATE INDEX permit_notice_by_due ON permit_notice (state, due_on)",
    "CREATE TABLE permit_decision (
        id {uuid} PRIMARY KEY,
        application_id {uuid} NOT NULL REFERENCES permit_application (id) ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('grant', 'grant-conditions', 'refuse', 'inadmissible', 'extension',
            'withdraw', 'suspend', 'limit', 'after-appeal')),
        state text NOT NULL CHECK (state IN ('draft', 'checking', 'deciding', 'held', 'decided', 'issued', 'cancelled')),
        lang text NOT NULL CHECK (lang IN ('fr', 'nl')),
        body_sealed {blob} NOT NULL,
        reasons_json text NOT NULL,
        refusals_json text NOT NULL,
        drafted_by {uuid} NOT NULL REFERENCES account (id),
        drafted_at_ms bigint NOT NULL,
        checked_by {uuid} REFERENCES account (id),
        checked_at_ms bigint,
        decided_by {uuid} REFERENCES account (id),
        decided_at_ms bigint,
        decided_on text,
        issued_at_ms bigint,
        pdf_document_id {uuid},
        pdf_sha256 text,
        verification text UNIQUE,
        appeal text NOT NULL,
        version bigint NOT NULL,
        CHECK (checked_by IS NULL OR checked_by <> drafted_by),
        CHECK (decided_by IS NULL OR (checked_by IS NOT NULL AND decided_by <> drafted_by AND decided_by <> checked_by)),
        CHECK (state NOT IN ('decided', 'issued') OR (decided_by IS NOT NULL AND decided_at_ms IS NOT NULL AND decided_on IS NOT NULL)),
        CHECK (state <> 'issued' OR issued_at_ms IS NOT NULL)
    )",
    "CREATE INDEX permit_decision_by_application ON permit_decision (application_id)",
    "CREATE INDEX permit_decision_by_state ON permit_decision (state, drafted_at_ms)",
    "CREATE TABLE permit_delivery (
        id {uuid} PRIMARY KEY,
        decision_id {uuid} NOT NULL REFERENCES permit_decision (id) ON DELETE CASCADE,
        channel text NOT NULL CHECK (channel IN ('registered', 'portal', 'police', 'prosecutor')),
        reference text,
        state text NOT NULL CHECK (state IN ('sent', 'received', 'returned')),
        sent_at_ms bigint NOT NULL,
        received_on text,
        recorded_by text NOT NULL,
        CHECK (channel <> 'registered' OR reference IS NOT NULL),
        CHECK (state <> 'received' OR received_on IS NOT NULL)
    )",
    "CREATE INDEX permit_delivery_by_decision ON permit_delivery (decision_id)",
    "CREATE TABLE permit_task (
        id {uuid} PRIMARY KEY,
        application_id {uuid} REFERENCES permit_application (id) ON DELETE CASCADE,
        kind text NOT NULL,
        once text NOT NULL UNIQUE,
        state text NOT NULL CHECK (state IN ('open', 'done')),
        due_on text,
        detail_json text NOT NULL,
        created_at_ms bigint NOT NULL,
        done_at_ms bigint,
        done_by {uuid} REFERENCES account (id)
    )",
    "CREATE INDEX permit_task_by_state ON permit_task (state, due_on)",
    // A step of a deadline fires once, also across restarts and processes.
    "CREATE TABLE permit_firing (
        application_id {uuid} NOT NULL REFERENCES permit_application (id) ON DELETE CASCADE,
        deadline text NOT NULL,
        step text NOT NULL,
        fired_at_ms bigint NOT NULL,
        PRIMARY KEY (application_id, deadline, step)
    )",
    // Mails on their way out. The address is sealed, the rest names nobody.
    "CREATE TABLE mail_outbox (
        id {uuid} PRIMARY KEY,
        application_id {uuid} REFERENCES permit_application (id) ON DELETE CASCADE,
        notification text NOT NULL,
        once text NOT NULL UNIQUE,
        lang text NOT NULL,
        recipient_sealed {blob} NOT NULL,
        values_json text NOT NULL,
        state text NOT NULL CHECK (state IN ('waiting', 'sent', 'bounced')),
        attempts bigint NOT NULL,
        created_at_ms bigint NOT NULL,
        sent_at_ms bigint
    )",
    "CREATE INDEX mail_outbox_by_state ON mail_outbox (state, created_at_ms)",
];

/// Rules. `INSERT` repeats what `UPDATE` refuses, so that no row begins wrong.
pub(super) const GUARDS: &[Guard] = &[
    Guard { name: "permit_decision_unpaid", table: "permit_decision", on: "INSERT", refused: UNPAID },
    Guard { name: "permit_decision_unpaid", table: "permit_decision", on: "UPDATE", refused: UNPAID },
    Guard { name: "permit_decision_unheard", table: "permit_decision", on: "INSERT", refused: UNHEARD },
    Guard { name: "permit_decision_unheard", table: "permit_decision", on: "UPDATE", refused: UNHEARD },
    Guard {
        name: "permit_decision_final",
        table: "permit_decision",
        on: "UPDATE",
        refused: "OLD.state = 'issued' AND (NEW.state <> 'issued' OR NEW.kind <> OLD.kind \
                  OR NEW.body_sealed <> OLD.body_sealed OR NEW.decided_on <> OLD.decided_on \
                  OR NEW.decided_by <> OLD.decided_by)",
    },
    Guard {
        name: "permit_advice_final",
        table: "permit_advice",
        on: "UPDATE",
        refused: "OLD.received_at_ms IS NOT NULL AND (NEW.received_at_ms IS NULL OR NEW.result <> OLD.result)",
    },
];

/// A grant is issued only when each stage of the fee is paid or waived.
const UNPAID: &str = "NEW.state = 'issued' AND NEW.kind IN ('grant', 'grant-conditions') AND EXISTS \
    (SELECT 1 FROM permit_fee f WHERE f.application_id = NEW.application_id AND f.state NOT IN ('paid', 'waived'))";

/// A refusal is decided only after a notice that was answered or has run out,
/// and while none is open.
const UNHEARD: &str = "NEW.kind = 'refuse' AND NEW.state IN ('decided', 'issued') AND (NOT EXISTS \
    (SELECT 1 FROM permit_notice n WHERE n.application_id = NEW.application_id AND n.kind = 'before-adverse' \
     AND n.state IN ('answered', 'expired')) OR EXISTS \
    (SELECT 1 FROM permit_notice n WHERE n.application_id = NEW.application_id AND n.kind = 'before-adverse' \
     AND n.state = 'open'))";
