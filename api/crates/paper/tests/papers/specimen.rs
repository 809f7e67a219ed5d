//! Specimens: a full letter and a full booklet, with plain words that state no
//! fact. Tests and examples share them.

use safe_paper::{
    Block, Brochure, Chapter, Emergency, EmergencyLine, Entry, Identity, Labelled, Lang, Letter, List,
    Passage, Phone, Section, Verification,
};
use time::macros::datetime;

/// The words of a booklet in one language.
pub struct Words {
    pub lang: Lang,
    pub title: &'static str,
    pub sentence: &'static str,
    pub heading: &'static str,
    pub name: &'static str,
    pub mark: &'static str,
    pub pages: &'static str,
}

/// One set of words per script and direction, and the two official languages.
pub const WORDS: [Words; 4] = [
    Words {
        lang: Lang::Fr,
        title: "Trouver de l’aide à Bruxelles",
        sentence: "Des personnes vous écoutent, vous expliquent vos droits et cherchent la suite avec vous.",
        heading: "Parler à quelqu’un",
        name: "Écoute et soutien",
        mark: "Gratuit",
        pages: "Page {page} sur {pages}",
    },
    Words {
        lang: Lang::Nl,
        title: "Hulp vinden in Brussel",
        sentence: "Er zijn mensen die luisteren, uw rechten uitleggen en samen met u naar een oplossing zoeken.",
        heading: "Met iemand praten",
        name: "Luisteren en steunen",
        mark: "Gratis",
        pages: "Pagina {page} van {pages}",
    },
    Words {
        lang: Lang::Ar,
        title: "العثور على المساعدة في بروكسل",
        sentence: "هناك أشخاص يستمعون إليك ويشرحون لك حقوقك ويبحثون معك عن الخطوة التالية.",
        heading: "التحدث إلى شخص",
        name: "الاستماع والدعم",
        mark: "مجاني",
        pages: "صفحة {page} من {pages}",
    },
    Words {
        lang: Lang::Uk,
        title: "Як знайти допомогу в Брюсселі",
        sentence: "Вас вислухають, пояснять ваші права й разом з вами шукатимуть подальші кроки.",
        heading: "Поговорити з кимось",
        name: "Підтримка та розмова",
        mark: "Безкоштовно",
        pages: "Сторінка {page} з {pages}",
    },
];

/// The same date and number every time.
pub fn identity() -> Identity {
    Identity {
        id: "urn:uuid:01935c00-0000-7000-8000-000000000001".into(),
        date: datetime!(2026-11-21 06:00 UTC),
        author: "safe.brussels".into(),
    }
}

fn owned(items: &[&str]) -> Vec<String> {
    items.iter().map(|item| (*item).to_owned()).collect()
}

fn labelled(label: &str, text: &str) -> Labelled {
    Labelled { label: label.into(), text: text.into() }
}

/// A letter that uses every part.
pub fn letter() -> Letter {
    Letter {
        lang: Lang::Fr,
        identity: identity(),
        title: "Votre demande est acceptée".into(),
        sender: owned(&["Haut fonctionnaire de la Région de Bruxelles-Capitale", "Service des exemples"]),
        addressee: owned(&["Madame Élise Exemple", "Rue de l’Exemple 1", "1000 Bruxelles"]),
        place_and_date: "Bruxelles, le 21 novembre 2026".into(),
        reference: labelled("Notre référence", "EX-2026-000123"),
        subject: labelled("Objet", "Une demande d’exemple"),
        opening: owned(&[
            "Madame,",
            "Nous avons examiné votre dossier et les avis que nous avons reçus. Voici notre décision, les \
             conditions qui l’accompagnent et ce que vous pouvez faire si vous n’êtes pas d’accord.",
        ]),
        decision: Some(Passage {
            heading: "Décision".into(),
            paragraphs: owned(&["Votre demande est acceptée, aux conditions qui suivent."]),
        }),
        conditions: Some(List {
            heading: "Conditions".into(),
            items: owned(&["Vous gardez cette lettre.", "Vous nous signalez tout changement d’adresse."]),
        }),
        sections: vec![Section {
            heading: "Pourquoi cette décision ?".into(),
            blocks: vec![
                Block::Paragraph("Nous avons pris en compte les éléments suivants\u{202F}:".into()),
                Block::Numbered(owned(&["votre dossier est complet ;", "les avis sont favorables."])),
            ],
        }],
        appeal: Some(Passage {
            heading: "Vous n’êtes pas d’accord ?".into(),
            paragraphs: owned(&[
                "Le texte de cette partie vient du service qui décide.",
                "Écrivez-nous d’abord.",
            ]),
        }),
        closing: owned(&["Bien à vous,"]),
        signature: owned(&["Prénom Nom", "Haut fonctionnaire"]),
        verification: Some(Verification {
            text: "Cette lettre est-elle authentique ? Vérifiez-la à cette adresse\u{202F}:".into(),
            url: "https://example.org/verifier/AB12-CD34-EF56".into(),
            alternative: "Code carré qui mène à la page de vérification".into(),
        }),
        footer: "Service des exemples · Région de Bruxelles-Capitale".into(),
        page_pattern: "Page {page} sur {pages}".into(),
    }
}

fn entry(words: &Words) -> Entry {
    Entry {
        name: words.name.into(),
        summary: words.sentence.into(),
        phones: vec![Phone {
            label: words.name.into(),
            number: "0800 30 030".into(),
            note: words.heading.into(),
        }],
        lines: vec![
            labelled(words.heading, "https://example.org/help"),
            labelled("@", "contact@example.org"),
        ],
        marks: owned(&[words.mark, words.heading]),
    }
}

/// A booklet with `entries` entries in each of three sections.
pub fn brochure(words: &Words, entries: usize) -> Brochure {
    let chapter = Chapter {
        heading: words.heading.into(),
        intro: words.sentence.into(),
        entries: (0..entries).map(|_| entry(words)).collect(),
    };
    Brochure {
        lang: words.lang,
        identity: identity(),
        title: words.title.into(),
        subtitle: words.sentence.into(),
        date_line: "21.11.2026".into(),
        emergency: Some(Emergency {
            heading: words.heading.into(),
            lines: vec![
                EmergencyLine { number: "112".into(), text: words.name.into() },
                EmergencyLine { number: "101".into(), text: words.sentence.into() },
            ],
        }),
        intro: owned(&[words.sentence, words.sentence]),
        sections: vec![chapter.clone(), chapter.clone(), chapter],
        closing: owned(&[words.sentence]),
        footer: words.title.into(),
        page_pattern: words.pages.into(),
    }
}
