//! How far the applicant is: the task list, section by section.

use jiff::civil::Date;

use super::check::Fault;
use super::draft::{Draft, Handed};
use super::engine::{Form, Step};
use super::rows::Section;

/// How far a task is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Nothing was saved.
    NotStarted,
    /// Something was saved, something is missing.
    InProgress,
    /// Nothing is missing.
    Done,
    /// Other tasks come first.
    CannotStart,
}

impl State {
    /// Its word.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NotStarted => "not-started",
            Self::InProgress => "in-progress",
            Self::Done => "done",
            Self::CannotStart => "cannot-start",
        }
    }
}

/// A page of the task list.
#[derive(Debug, Clone)]
pub struct Task<'l> {
    /// The page.
    pub step: Step<'l>,
    /// How far it is.
    pub state: State,
    /// What is wrong or missing.
    pub faults: Vec<Fault>,
}

/// A part of the task list.
#[derive(Debug, Clone)]
pub struct TaskSection<'l> {
    /// The part.
    pub section: &'l Section,
    /// Its pages that apply.
    pub tasks: Vec<Task<'l>>,
    /// How far it is.
    pub state: State,
}

impl<'l> Form<'l> {
    /// The task list. The last section can start when all others are done: what is
    /// declared there is the file as it is.
    #[must_use]
    pub fn tasks(&self, draft: &Draft, handed: &[Handed], today: Date) -> Vec<TaskSection<'l>> {
        let steps = self.steps(draft, handed);
        let last = self.sections().last().map(|section| section.id.as_str());
        let mut all: Vec<TaskSection<'l>> = Vec::new();
        for section in self.sections() {
            let of_section = steps.iter().filter(|step| step.page.section == section.id);
            let mut tasks: Vec<Task<'l>> =
                of_section.map(|step| self.task(step, draft, handed, today)).collect();
            if tasks.is_empty() {
                continue;
            }
            let waits =
                last == Some(section.id.as_str()) && all.iter().any(|before| before.state != State::Done);
            if waits {
                tasks.iter_mut().for_each(|task| task.state = State::CannotStart);
            }
            let state = together(&tasks);
            all.push(TaskSection { section, tasks, state });
        }
        all
    }

    fn task(&self, step: &Step<'l>, draft: &Draft, handed: &[Handed], today: Date) -> Task<'l> {
        let faults = self.faults(step, draft, handed, today);
        let touched = match &step.document {
            Some(wanted) => draft.saved.contains(&step.id) || wanted.handed(handed).is_some(),
            None => draft.saved.contains(&step.id),
        };
        let optional_document = step.document.as_ref().is_some_and(|wanted| !wanted.is_required());
        let state = match (touched, faults.is_empty()) {
            (true, true) => State::Done,
            (true, false) => State::InProgress,
            // What nobody has to hand in is no task that waits.
            (false, true) if optional_document => State::Done,
            (false, _) => State::NotStarted,
        };
        Task { step: step.clone(), state, faults }
    }

    /// What keeps the file from being sent: the faults of every page that applies, with
    /// the id of the page. Warnings are not among them.
    #[must_use]
    pub fn hindrances(&self, draft: &Draft, handed: &[Handed], today: Date) -> Vec<(String, Fault)> {
        let steps = self.steps(draft, handed);
        let of_step = |step: &Step<'l>| {
            let faults = self.faults(step, draft, handed, today);
            faults.into_iter().map(|fault| (step.id.clone(), fault)).collect::<Vec<_>>()
        };
        steps.iter().flat_map(of_step).collect()
    }
}

fn together(tasks: &[Task<'_>]) -> State {
    let all = |state: State| tasks.iter().all(|task| task.state == state);
    if all(State::Done) {
        State::Done
    } else if all(State::CannotStart) {
        State::CannotStart
    } else if tasks.iter().all(|task| matches!(task.state, State::NotStarted)) {
        State::NotStarted
    } else {
        State::InProgress
    }
}
