# Words of the directory of help services: list, sheet, file.

## List

help-results-title = Einen Dienst finden
help-filter-title = Auswählen
help-filter-situation = Situation
help-filter-need = Art der Hilfe
help-filter-audience = Für wen
help-filter-topic = Thema
help-filter-language = Gesprochene Sprache
help-filter-municipality = Gemeinde
help-filter-any = Egal
help-filter-open = Jetzt erreichbar
help-filter-free = Kostenlos
help-filter-submit = Dienste anzeigen
help-filter-export = Diese Liste herunterladen (CSV)
help-results-count = { $count ->
    [0] Kein Dienst
    [one] { $count } Dienst
   *[other] { $count } Dienste
}
help-results-none = Für diese Auswahl ist hier noch kein Dienst aufgeführt. Lassen Sie eine Auswahl weg, um mehr zu sehen.
help-results-all = Alle Dienste ansehen
help-results-talk = Jetzt mit jemandem sprechen
help-results-ignored = Eine der Angaben gibt es hier nicht. Die Liste berücksichtigt sie nicht.
help-results-open-note = Nach den Zeiten, die die Dienste selbst angeben. Dienste mit unbekannten Zeiten fehlen hier.
help-file-note = Die heruntergeladene Datei bleibt auf dem Gerät, wo jemand anderes sie sehen kann.
help-again-title = Seite geschlossen
help-again-button = Seite anzeigen

## Hours

help-open-always = Tag und Nacht erreichbar.
help-open-until = Jetzt erreichbar, bis { $when }.
help-open-by = Im Moment nimmt { $name } ab.
help-open-appointment = Jetzt offen, mit Termin.
help-closed = Jetzt nicht erreichbar.
help-closed-opens = Jetzt nicht erreichbar. Wieder: { $when }.
help-hours-unknown = Zeiten vom Dienst noch nicht bestätigt
help-when-today = { $time } Uhr
help-when-tomorrow = morgen { $time } Uhr
help-when-day = { $day } { $time } Uhr
help-day-mo = Montag
help-day-tu = Dienstag
help-day-we = Mittwoch
help-day-th = Donnerstag
help-day-fr = Freitag
help-day-sa = Samstag
help-day-su = Sonntag
help-days-all = Jeden Tag
help-days-run = { $from } bis { $to }
help-days-holidays = Feiertage
help-hours-row = { $days }: { $hours }
help-day-and-night = 24 Stunden am Tag
help-answered-by = { $name } nimmt ab
help-appointment = mit Termin

## Sheet

help-sheet-back = Alle Dienste
help-sheet-reach = Diesen Dienst erreichen
help-sheet-about = Was bekannt ist
help-sheet-owner = Getragen von
help-sheet-audience = Für
help-sheet-price = Preis
help-sheet-eligibility = Bedingungen
help-sheet-coverage = Wo
help-sheet-unconfirmed = Zu bestätigen
help-sheet-checked = Quellen gelesen im { $month }
help-sheet-confirmed = Telefonisch bestätigt am { $day }
help-mail-note = Eine gesendete Nachricht bleibt in Ihrem Ordner „Gesendet“.
help-channel-web = Website
help-channel-chat = Chat
help-channel-mail = E-Mail-Adresse
help-channel-app = App
help-channel-form = Formular des Dienstes
help-channel-walk-in = Vor Ort
help-channel-online-booking = Online-Termin
help-field-phones = Telefon
help-field-channels = andere Kontaktwege
help-field-schedules = Zeiten
help-field-languages = Sprachen
help-field-places = Adresse
help-field-accessibility = Barrierefreiheit
help-field-chat = Chat
help-field-interpreters = Dolmetscher
help-field-eligibility = Bedingungen
help-field-existence = ob es den Dienst noch gibt
help-flag-open-24h = rund um die Uhr offen
help-flag-minors-accepted = Minderjährige werden aufgenommen
help-flag-children-accepted = Kinder werden aufgenommen
help-flag-wheelchair = rollstuhlgerecht
help-area-country = Ganz Belgien

## Vocabularies

help-taxonomy-audience = Zielgruppe
help-taxonomy-audience-text = Für wen der Dienst da ist
help-taxonomy-situation = Situation
help-taxonomy-situation-text = Was die Person erlebt
help-taxonomy-need = Bedarf
help-taxonomy-need-text = Was der Dienst bietet
help-taxonomy-topic = Thema
help-taxonomy-topic-text = Worum es geht

## File

help-col-name = Dienst
help-col-organization = Organisation
help-col-description = Beschreibung
help-col-audiences = Zielgruppe
help-col-situations = Situationen
help-col-needs = Bedarf
help-col-topics = Themen
help-col-phones = Telefon
help-col-mail = E-Mail-Adresse
help-col-site = Website
help-col-languages = Sprachen
help-col-hours = Zeiten (beim Dienst zu erfragen)
help-col-places = Adresse
help-col-coverage = Gebiet
help-col-unconfirmed = Zu bestätigen
help-col-valid = Erneut zu prüfen nach dem
help-col-referral = Wie vermitteln (Partner)

## On paper

help-brochure-title = Nummern und Hilfsdienste
help-brochure-subtitle = Region Brüssel-Hauptstadt
help-brochure-author = safe.brussels
help-brochure-date = Am { $day } aus dem Verzeichnis von safe.brussels erstellt. Eine Nummer kann sich ändern: Nehmen Sie immer die neueste Fassung.
help-brochure-emergency = Unmittelbare Gefahr
help-brochure-intro = Diese Dienste hören zu, beraten, behandeln oder begleiten, in Brüssel oder im ganzen Land.
help-brochure-give = Geben Sie diese Broschüre jemandem mit? Fragen Sie zuerst, ob sie sicher aufbewahrt werden kann: Zu Hause kann das Papier gefunden werden.
help-brochure-missing = „Zu bestätigen“ heißt, dass der Dienst diese Angabe nicht bestätigt hat: Seine Website oder ein Anruf gibt Antwort. In dieser Broschüre steht keine Adresse einer Unterkunft.
help-brochure-calls = Ein Anruf bleibt in der Anrufliste des Telefons, auch wenn er kostenlos ist. Wo nichts zur Rechnung steht, wissen wir nicht, ob die Nummer darauf erscheint.
help-brochure-footer = safe.brussels · { $day }
help-brochure-page = Seite { $page } von { $pages }
help-chapter-home = Gewalt zu Hause oder in der Familie
help-chapter-sexual = Sexuelle Gewalt
help-chapter-young = Kinder und Jugendliche
help-chapter-talk = Mit jemandem reden
help-chapter-respect = Belästigung, Diskriminierung, Gewalt im Netz
help-chapter-exploited = Ausbeutung und Menschenhandel
help-chapter-arrival = Neu in Belgien, Aufenthalt und Zugang zu Behandlung
help-chapter-street = Obdachlosigkeit und Drogen
help-chapter-police = Polizei, Diebstahl und Unfall
help-chapter-worried = Sorge um jemanden, der sich radikalisiert
help-chapter-other = Andere Dienste
help-chapter-change = Das eigene Verhalten ändern
