# Words of the directory of help services: list, sheet, file.

## List

help-results-title = Einen Dienst finden
help-filter-title = Auswählen
help-filter-situation = Situation
help-filter-need = Art der Hilfe
help-filter-audience = Für wen
help-filter-language = Gesprochene Sprache
help-filter-municipality = Gemeinde
help-filter-any = Egal
help-filter-open = Jetzt erreichbar
help-filter-free = Kostenlos
help-filter-submit = Dienste anzeigen
help-filter-export = Diese Liste herunterladen (CSV)
help-filter-brochure = Broschüre zum Drucken (PDF)
help-results-count = { $count ->
    [0] Kein Dienst
    [one] { $count } Dienst
   *[other] { $count } Dienste
}
help-results-none = Für diese Auswahl ist hier noch kein Dienst aufgeführt. Lassen Sie eine Auswahl weg, um mehr zu sehen.
help-results-ignored = Eine der Angaben gibt es hier nicht. Die Liste berücksichtigt sie nicht.
help-results-open-note = Nach den Zeiten, die die Dienste selbst angeben. Dienste mit unbekannten Zeiten fehlen hier.
help-no-script = Ohne JavaScript kann die Zurück-Taste zu diesen Seiten führen: Schließen Sie den Tab, wenn Sie gehen.

## Hours

help-open-always = Tag und Nacht erreichbar.
help-open-until = Jetzt erreichbar, bis { $when }.
help-open-by = Im Moment nimmt { $name } ab.
help-open-appointment = Jetzt offen, mit Termin.
help-closed = Jetzt nicht erreichbar.
help-closed-opens = Jetzt nicht erreichbar. Wieder: { $when }.
help-hours-unknown = Zeiten beim Dienst zu erfragen
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
help-day-and-night = 24 Stunden am Tag
help-answered-by = { $name } nimmt ab
help-appointment = mit Termin
help-cost-unknown = wir wissen nicht, ob der Anruf etwas kostet

## Sheet

help-sheet-back = Alle Dienste
help-sheet-reach = Diesen Dienst erreichen
help-sheet-about = Was bekannt ist
help-sheet-no-channel = Heute ist kein Weg bestätigt, diesen Dienst zu erreichen.
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
help-col-phones = Telefon
help-col-mail = E-Mail-Adresse
help-col-site = Website
help-col-languages = Sprachen
help-col-hours = Zeiten (beim Dienst zu bestätigen)
help-col-places = Adresse
help-col-coverage = Gebiet
help-col-unconfirmed = Zu bestätigen
help-col-valid = Erneut zu prüfen nach dem
help-col-referral = Wie vermitteln (Partner)
