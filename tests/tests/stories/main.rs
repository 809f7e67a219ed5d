//! Stories: what people do with a running system, on both databases.

/// Makes two tests of one story.
macro_rules! story {
    ($name:ident) => {
        mod $name {
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() {
                super::tell::$name(safe_tests::Engine::Sqlite).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() {
                super::tell::$name(safe_tests::Engine::Postgres).await;
            }
        }
    };
}

mod account_keys;
mod accounts;
mod alert_chains;
mod alert_life;
mod alert_territory;
mod bad_input;
mod cap_of_others;
mod content_as_data;
mod content_errors;
mod contract;
mod feeds;
mod hardening;
mod help;
mod help_office;
mod help_pages;
mod help_paper;
mod help_rules;
mod help_safety;
mod languages;
mod letterbox;
mod links;
mod lists;
mod live_stream;
mod named_faults;
mod permits_advisers;
mod permits_after;
mod permits_answer;
mod permits_appeals;
mod permits_apply;
mod permits_bad_input;
mod permits_beside;
mod permits_bucket;
mod permits_closed;
mod permits_company;
mod permits_consent;
mod permits_control;
mod permits_copies;
mod permits_decided;
mod permits_defence;
mod permits_desk;
mod permits_ended;
mod permits_fee;
mod permits_grant;
mod permits_guards;
mod permits_harmful;
mod permits_history;
mod permits_household;
mod permits_keys;
mod permits_law;
mod permits_left;
mod permits_letters;
mod permits_lists;
mod permits_mails;
mod permits_money;
mod permits_named;
mod permits_office;
mod permits_proof;
mod permits_reasons;
mod permits_retention;
mod permits_rights;
mod permits_rules;
mod permits_scale;
mod permits_scanner;
mod permits_shared;
mod permits_sign_in;
mod permits_surplus;
mod permits_tabs;
mod permits_taken_back;
mod permits_told;
mod permits_typed;
mod permits_unnamed;
mod permits_unsaid;
mod permits_uploads;
mod permits_weapons;
mod permits_windows;
mod portal;
mod push_apart;
mod push_chain;
mod push_doubt;
mod push_keys;
mod push_outage;
mod push_overtaken;
mod push_refused;
mod push_stragglers;
mod rehearsal;
mod roles;
mod searching;
mod second_persons;
mod several_processes;
mod steps;
