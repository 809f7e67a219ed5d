//! Roles that decide for others, and by which way an account came to them. The database
//! refuses an account such a role without an entry here, and an entry without the
//! confirmation that it names.

use sea_orm::entity::prelude::*;
use sea_orm::{DatabaseTransaction, IntoActiveModel, Set};

use super::{Account, Person, Role, entity};
use crate::error::{Error, Result};

/// Roles that need a second administrator: with them comes the word that counts, or the
/// power to give it. That word may follow on that of somebody with the same role, as for a
/// letter, its answer or a number of the help directory (which listeners confirm too): two
/// such accounts of one making would be both persons.
pub const GUARDED: [Role; 7] = [
    Role::AlertApprover,
    Role::Communications,
    Role::Legal,
    Role::HighOfficial,
    Role::HelpEditor,
    Role::HelpListener,
    Role::Administrator,
];

/// Roles whose word counts after that of an author or a handler, which one administrator
/// gives. Whoever has one and keeps accounts gives no role alone: an author of their own
/// making would be both pairs of eyes.
const DECIDERS: [Role; 3] = [Role::AlertApprover, Role::Legal, Role::HighOfficial];

/// One guarded role of an account.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account_power")]
pub struct Model {
    /// Whose.
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    /// Name of the role.
    #[sea_orm(primary_key, auto_increment = false)]
    pub role: String,
    /// The request that another administrator confirmed; none when it was given on the
    /// machine itself.
    pub request_id: Option<Uuid>,
    /// Since when.
    pub since_ms: i64,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// By which way roles come to an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// By who works on the machine, as the first administrator does.
    Machine,
    /// By one administrator: no guarded role that the account has not yet.
    Alone,
    /// By two: this request was confirmed.
    Confirmed(Uuid),
}

/// Whether roles that an administrator gives wait for a second one.
#[must_use]
pub fn needs_second(actor: &Person, before: &[Role], wanted: &[Role]) -> bool {
    let mut gained = wanted.iter().filter(|role| !before.contains(role)).peekable();
    let decides = gained.peek().is_some() && actor.has(&DECIDERS);
    decides || gained.any(|role| GUARDED.contains(role))
}

/// Whether an administrator may not alone hold a key to this account: its word counts, or
/// together with theirs it would.
#[must_use]
pub fn is_beyond(actor: &Person, account: &Account) -> bool {
    account.roles().iter().any(|role| GUARDED.contains(role)) || actor.has(&DECIDERS)
}

/// Who keeps accounts, among accounts that are open.
pub(super) fn keeper(held: &[Account], id: Uuid) -> Option<Person> {
    let person = held.iter().find(|account| account.id == id).map(Person::from);
    person.filter(|person| person.has(&[Role::Administrator]))
}

/// Who acts and whose account it is about, as they are now and stay until the transaction ends:
/// since a page was asked for, both may have got a role that makes the answer another one.
///
/// # Errors
/// Who acts keeps accounts no longer, the account is closed, or the database does not answer.
pub(super) async fn anew(tx: &DatabaseTransaction, actor: &Person, id: Uuid) -> Result<(Person, Account)> {
    let held = entity::held(tx, &[actor.id, id]).await?;
    let actor = keeper(&held, actor.id).ok_or(Error::Forbidden("role"))?;
    let account = held.into_iter().find(|account| account.id == id).ok_or(Error::NotFound)?;
    Ok((actor, account))
}

/// Whether an account has a guarded role by the word of two, and with it keys that nobody
/// else ever held both of. One that was held before it was guarded says nothing of that.
///
/// # Errors
/// The database does not answer.
pub(super) async fn has_by_two(db: &impl ConnectionTrait, account_id: Uuid) -> Result<bool, DbErr> {
    let confirmed = Column::RequestId.is_not_null();
    Ok(Entity::find().filter(Column::AccountId.eq(account_id)).filter(confirmed).one(db).await?.is_some())
}

/// Gives an account exactly these roles, in a transaction that writes. Tokens that others may
/// hold do not grow with them, and with a role that decides the tokens end that its owner made
/// for others: what comes with them would be what the owner decides on.
///
/// # Errors
/// A guarded role comes by no way, or the database does not answer.
pub(super) async fn give(
    tx: &impl ConnectionTrait,
    account: Account,
    roles: &[Role],
    way: Way,
    now_ms: i64,
) -> Result<Account, DbErr> {
    let held = Entity::find().filter(Column::AccountId.eq(account.id)).all(tx).await?;
    let is_held = |role: &Role| held.iter().any(|row| row.role == role.as_str());
    let new: Vec<&Role> = roles.iter().filter(|role| GUARDED.contains(role) && !is_held(role)).collect();
    let request_id = match way {
        Way::Confirmed(request) => Some(request),
        Way::Machine | Way::Alone => None,
    };
    for role in new.iter().filter(|_| way != Way::Alone) {
        let row = ActiveModel {
            account_id: Set(account.id),
            role: Set(role.as_str().to_owned()),
            request_id: Set(request_id),
            since_ms: Set(now_ms),
        };
        Entity::insert(row).exec_without_returning(tx).await?;
    }
    if !new.is_empty() {
        super::token::revoke_all(tx, account.id).await?;
    }
    let id = account.id;
    let mut change = account.into_active_model();
    change.roles = Set(words(roles));
    let account = change.update(tx).await?;
    if new.iter().any(|role| DECIDERS.contains(role)) {
        super::token::revoke_made_by(tx, id).await?;
    }
    Entity::delete_many()
        .filter(Column::AccountId.eq(id))
        .filter(Column::Role.is_not_in(roles.iter().map(|role| role.as_str())))
        .exec(tx)
        .await?;
    Ok(account)
}

/// Roles as a row keeps them: each once, with spaces between them.
pub(super) fn words(roles: &[Role]) -> String {
    let mut words: Vec<&str> = Vec::new();
    for role in roles {
        if !words.contains(&role.as_str()) {
            words.push(role.as_str());
        }
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    fn person(roles: &[Role]) -> Person {
        let (id, name) = (Uuid::nil(), String::new());
        Person { id, email: name.clone(), name, roles: roles.to_vec(), lang: Lang::FR }
    }

    #[test]
    fn what_counts_waits_for_a_second_administrator() {
        let keeper = person(&[Role::Administrator]);
        for role in Role::ALL {
            assert_eq!(needs_second(&keeper, &[], &[*role]), GUARDED.contains(role), "{role}");
            assert!(!needs_second(&keeper, &[*role], &[*role]), "{role} is held already");
            assert!(!needs_second(&keeper, &[*role, Role::Adviser], &[Role::Adviser]), "{role} is taken");
        }
        let both = person(&[Role::Administrator, Role::AlertApprover]);
        assert!(needs_second(&both, &[], &[Role::AlertAuthor]), "an author of one's own");
        assert!(!needs_second(&both, &[Role::AlertAuthor], &[Role::AlertAuthor]), "nothing is gained");
    }

    #[test]
    fn a_role_is_kept_once() {
        assert_eq!(words(&[Role::Legal, Role::Adviser, Role::Legal]), "legal adviser");
    }
}
