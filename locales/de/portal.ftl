# Words of the information portal: header, footer, lists, notices, forms of the app shell.
# Terms without variables also reach the site's templates.

brand = safe.brussels
language-name = Deutsch
entrance-text = Warnungen, Rat und Hilfe in der Region Brüssel-Hauptstadt

## Frame of every page

skip-to-content = Zum Inhalt
strip-label = Notrufnummern
strip-112 = Rettungsdienst, Feuerwehr
strip-101 = Polizei
strip-without-voice = Gehörlos oder schwerhörig?
search-label = Im Portal suchen
search-button = Suchen
menu = Menü
nav-label = Hauptnavigation
nav-alerts = Warnungen
nav-guides = Was tun?
nav-advice = Vorbeugung
nav-help = Hilfe finden
nav-permits = Waffen und Erlaubnisse
nav-observatory = Observatorium
nav-plans = Pläne
language-label = Sprache
language-label-footer = Dieses Portal in einer anderen Sprache
breadcrumbs-label = Sie sind hier
home = Startseite
footer-emergency = Im Notfall
footer-emergency-text = Dieses Portal ersetzt die Notrufnummern nicht. In Gefahr? Rufen Sie direkt an.
footer-be-alert = Bei BE-Alert anmelden
footer-portal = In diesem Portal
footer-about = Über uns
footer-publisher = safe.brussels, Region Brüssel-Hauptstadt
link-campaigns = Kampagnen
link-dossiers = Krisendossiers
link-datasets = Zahlen und Daten
link-projects = Geförderte Projekte
link-calls = Projektaufrufe
link-agenda = Termine
link-news = Aktuelles
link-areas = Gemeinden und Polizeizonen
link-glossary = Glossar
link-sitemap = Seitenübersicht
link-about = Die Einrichtung
link-observatory = Das Observatorium
link-training = Ausbildung und Berufe
link-legal = Rechtliches
link-legal-accessibility = Barrierefreiheit
link-legal-privacy = Datenschutz
link-about-contact = Kontakt

## Front page

home-title = Warnungen, Vorbeugung und Hilfe in Brüssel
home-heading = Wissen, was zu tun ist, im richtigen Moment
home-lede = Aktuelle Warnungen, das richtige Verhalten und die Dienste, die helfen, in den neunzehn Gemeinden der Region Brüssel-Hauptstadt.
home-receive = Warnungen erhalten
home-help = Hilfe finden
home-tasks = Was suchen Sie?
home-task-guides = Was tun bei Gefahr?
home-task-guides-text = Kurze Merkblätter: vorher, währenddessen, danach.
home-task-advice = Mich schützen
home-task-advice-text = Rat gegen Diebstahl, Betrug, Belästigung und andere Risiken.
home-task-help = Hilfe finden
home-task-help-text = Für Opfer, Zeugen, Kinder, oder um das eigene Verhalten zu ändern.
home-task-permits = Waffe oder Erlaubnis
home-task-permits-text = Welches Verfahren, welche Unterlagen, welche Frist.
home-task-observatory = Zahlen verstehen
home-task-observatory-text = Studien, Umfragen und Daten des Observatoriums.
home-task-plans = Die Pläne verfolgen
home-task-plans-text = Die Maßnahmen des globalen Sicherheits- und Präventionsplans.
home-guides = Das richtige Verhalten
home-news = Im Blick
home-publications = Neueste Veröffentlichungen
see-all-of = Alles ansehen: { $title }

## Alerts

alerts-title = Warnungen
alerts-lede = Aktuelle Warnungen in der Region und solche, die gerade beendet wurden.
alerts-now = Im Moment
alerts-empty = Aktuelle Warnungen erscheinen hier. Gibt es keine, bleibt diese Stelle leer.
alerts-all = Alle Warnungen
alerts-complement = Dieses Portal ergänzt BE-Alert, 112 und 101. Es ersetzt sie nicht.
alerts-data = Für andere Systeme
alerts-data-text = Dieselben Warnungen als offene Daten:
alerts-guides = Was tun bei einer Warnung?
copy-note = Sie sind offline. Kopie von

receive-title = Warnungen erhalten
push-lede = Eine Mitteilung auf Ihrem Telefon oder Computer, wenn eine Warnung Ihre Gemeinden betrifft. Die Nachricht sagt sofort, was zu tun ist.
push-privacy = Ohne Konto, ohne Adresse, ohne Standort: Wir behalten nur Ihre Auswahl und die technische Adresse, die Ihr Browser liefert. Sie können hier jederzeit alles beenden.
push-no-script-title = Diese Seite braucht JavaScript
push-no-script = Mitteilungen des Browsers funktionieren nicht ohne JavaScript. Andere Wege, Warnungen zu erhalten, stehen weiter unten.
push-unsupported-title = Dieser Browser kann keine Mitteilungen empfangen
push-unsupported = Versuchen Sie einen anderen Browser oder wählen Sie einen der anderen Wege weiter unten.
push-ios-title = Legen Sie das Portal auf iPhone und iPad zuerst auf den Home-Bildschirm
push-ios-1 = Tippen Sie auf die Teilen-Taste Ihres Browsers.
push-ios-2 = Wählen Sie „Zum Home-Bildschirm“, dann „Hinzufügen“.
push-ios-3 = Öffnen Sie das Portal vom Home-Bildschirm und kommen Sie auf diese Seite zurück.
push-denied-title = Mitteilungen sind blockiert
push-denied = Ihr Browser blockiert sie für dieses Portal. Erlauben Sie sie in den Einstellungen und laden Sie die Seite neu.
push-subscribed-title = Sie erhalten die Warnungen
push-subscribed = Sie können Ihre Auswahl ändern, eine Mitteilung ausprobieren oder alles beenden.
push-saved = Ihre Auswahl ist gespeichert.
push-test-arrived = Der Test ist auf diesem Gerät angekommen. Alles funktioniert.
push-test-sent = Eine Testmitteilung ist unterwegs. Nach einer Minute noch nichts? Prüfen Sie den Stummmodus und die Einstellungen für Mitteilungen.
push-stopped = Erledigt: Sie erhalten keine Mitteilungen mehr und Ihre Auswahl ist gelöscht.
push-failed-title = Das hat nicht geklappt
push-failed = Prüfen Sie Ihre Verbindung und versuchen Sie es in einigen Minuten erneut.
push-areas = Ihre Gemeinden
push-areas-hint = Wohnung, Arbeit, Schule: Wählen Sie alle, die für Sie zählen.
push-areas-all = Die ganze Region
push-areas-missing = Wählen Sie mindestens eine Gemeinde
push-language = Sprache der Nachrichten
push-severity = Ab welchem Schweregrad?
push-categories = Themen wählen
push-categories-hint = Am Anfang ist alles angekreuzt. Eine extreme Warnung kommt immer an.
push-subscribe = Warnungen erhalten
push-save = Meine Auswahl speichern
push-test = Mein Telefon testen
push-stop = Nichts mehr erhalten
push-other = Andere Wege, gewarnt zu werden
push-other-be-alert = Nachrichten der Behörden per SMS, Anruf oder E-Mail
push-other-page = jederzeit einsehbar, auch offline
push-other-feed = für einen Feedreader
form-problem = Es fehlt etwas
severity-minor-hint = begrenzte Störung, gut zu wissen
severity-moderate-hint = mögliche Gefahr für Menschen oder Sachen
severity-severe-hint = erhebliche Gefahr
severity-extreme-hint = nur außergewöhnliche Gefahr
## Lists and pages

guides-title = Was tun bei Gefahr?
guides-lede = Ein Merkblatt je Risiko: vorher, währenddessen, danach. Die Merkblätter bleiben offline lesbar auf einem Gerät, auf dem Sie das Portal geöffnet haben.
advice-title = Rat zur Vorbeugung
advice-lede = Diebstahl, Betrug oder einen Unfall vermeiden, und wissen, was zu tun ist, wenn es doch geschieht.
advice-online-report = Online-Anzeige
advice-online-report-yes = Sie können dies online bei der Polizei melden, auf Police-on-web.
subject-theft = Diebstahl
subject-burglary = Einbruch
subject-bicycle = Fahrrad
subject-fraud = Betrug
subject-cyber = Online
subject-harassment = Belästigung
subject-discrimination = Diskriminierung und Hass
subject-drugs = Drogen
subject-road = Verkehr
subject-fire = Brand
subject-first-aid = Erste Hilfe
subject-street = Auf der Straße
subject-home = Zu Hause
subject-trade = Handel
subject-safety-at-work = Sicherheit am Arbeitsplatz
place-home = Zu Hause
place-street = Auf der Straße
place-public-transport = Öffentlicher Verkehr
place-online = Online
place-shop = Geschäft
place-school = Schule
place-event = Veranstaltung
audience-residents = Einwohnerinnen und Einwohner
audience-seniors = Ältere Menschen
audience-young = Jugendliche
audience-parents = Eltern
audience-traders = Handel
audience-firms = Unternehmen
audience-tourists = Gäste
audience-commuters = Pendler
audience-schools = Schulen
audience-victims = Opfer
audience-site-managers = Betreiber von Gebäuden und Anlagen
moment-day = Tagsüber
moment-evening = Abends
moment-night = Nachts
moment-holidays = Ferien
publications-title = Veröffentlichungen
publications-lede = Berichte, Studien und Umfragen mit ihren Zahlen und Quellen.
publication-series = Reihe
publication-number = Nummer
publication-date = Erschienen
publication-languages = Sprachen der Ausgabe
publication-citation = Zitierweise
publication-legal-deposit = Pflichtexemplar
publication-planned = Angekündigt
publication-datasets = Zahlen dieser Veröffentlichung
series-annual-report = Jahresberichte
series-report = Berichte
series-focus = Focus des Observatoriums
series-cahier = Cahiers des Observatoriums
series-flash-paper = Flash Papers
series-survey = Umfragen
series-guide = Leitfäden
series-evaluation = Evaluierungen
datasets-title = Zahlen und Daten
datasets-lede = Jede Tabelle mit Diagramm, Quelle und einer Datei zum Weiterverwenden.
dataset-table = Tabelle ansehen
dataset-csv = Daten herunterladen (CSV)
dataset-anomaly = Widerspruch in der Quelle
dataset-period = Zeitraum: { $period }
dataset-source = Quelle: { $source }
dataset-publications = Veröffentlichung
dataset-missing = keine Angabe
campaigns-title = Kampagnen
campaigns-lede = Botschaften zum Ansehen und Weitergeben.
campaign-current = Laufend
campaign-archived = Beendet
campaign-period = Zeitraum
campaign-audiences = Zielgruppe
campaign-channels = Kanäle
campaign-themes = Themen
campaign-languages = Sprachen
campaign-kit = Zum Weitergeben
campaign-kit-text = Gemeinden, Schulen, Vereine: Bitte übernehmen Sie diese Texte unverändert.
campaign-kit-download = Texte herunterladen
kit-short-text = Kurztext
kit-poster-text = Plakattext
kit-card = Karte
kit-leaflet = Faltblatt
dossiers-title = Krisendossiers
dossiers-lede = Was geschah, die Regeln, die Themen und nützliche Links.
dossier-level = Ebene
dossier-authority = Behörde
dossier-archived = Abgeschlossenes Dossier, zum Nachlesen aufbewahrt.
plans-title = Sicherheits- und Präventionspläne
plans-lede = Die regionalen Pläne, Maßnahme für Maßnahme, mit ihren Quellen.
plan-current = Neuester Plan
plan-former = Früherer Plan
plan-themes = Themen
plan-counts = { $themes } Themen, { $measures } Maßnahmen
plan-theme = Thema { $number }
plan-measure = Maßnahme { $number }
plan-measures = Maßnahmen
plan-phase = Phase
plan-partners = Partner
plan-status = Stand
plan-status-planned = geplant
plan-status-started = begonnen
plan-status-done = umgesetzt
plan-successor = Im anderen Plan
plan-projects = Verbundene Projekte
plan-previous = Vorige Maßnahme
plan-next = Nächste Maßnahme
compare-title = Die beiden Pläne vergleichen
compare-lede = Maßnahmen zum selben Thema, nebeneinander.
compare-caption = Maßnahmen zum selben Thema
glossary-title = Glossar
glossary-lede = Die Wörter und Abkürzungen der Sicherheit und Vorbeugung in Brüssel.
projects-title = Geförderte Projekte
projects-lede = Wer macht was, wo und mit welcher Unterstützung der Region.
project-owner = Träger
project-amount = Förderung
project-year = Jahr
calls-title = Projektaufrufe
calls-lede = Offene und abgeschlossene Aufrufe.
call-open = Bis { $date }
call-closed = Abgeschlossen am { $date }
call-budget = Budget: { $amount }
agenda-title = Termine
agenda-lede = Treffen, Schulungen und kommende Tage.
agenda-past = Vergangen
agenda-coming = Demnächst
news-title = Aktuelles
news-lede = Was neu ist.
areas-title = Gemeinden und Polizeizonen
areas-lede = Die neunzehn Gemeinden der Region und ihre Polizeizone.
areas-map = Karte der neunzehn Gemeinden und der Polizeizonen
areas-map-description = Jede Gemeinde hat die Farbe ihrer Polizeizone. Die Liste unter der Karte gibt dieselben Informationen.
areas-attribution = Umrisse: { $source }
area-zone = Polizeizone
area-zone-members = Gemeinden der Zone
area-postcodes = Postleitzahlen
area-partly = Geteilte Postleitzahl
area-partly-text = { $codes }: nur für einen Teil der Straßen
area-nis = NIS-Code
area-projects = Projekte in dieser Gemeinde
sitemap-title = Seitenübersicht
sitemap-lede = Alle Seiten des Portals, nach Rubrik.
section-about = Über safe.brussels
section-about-lede = Wer macht was, wie und mit welchen Mitteln.
section-emergency = Notfälle
section-emergency-lede = Welche Nummer in welcher Lage, und wie Sie ohne Sprechen Hilfe rufen.
section-legal = Rechtliches
section-legal-lede = Barrierefreiheit, Datenschutz und Nutzungsbedingungen.
section-observatory = Observatorium
section-observatory-lede = Wie die Zahlen erhoben und gelesen werden.
section-training = Ausbildung und Berufe
section-training-lede = Vorbeugung, Sicherheit und Rettung lernen und zum Beruf machen.
section-help-pages = Verstehen und vorbereiten
section-more = In dieser Rubrik
page-updated = Aktualisiert am { $date }
page-checked = geprüft am { $date }
page-sources = Quellen
page-source-document = { $title }, { $count ->
    [one] Zeile { $lines }
   *[other] Zeilen { $lines }
}
page-links = Nützliche Links
page-timeline = Zeitleiste
page-related = Siehe auch
page-draft = Entwurf
page-draft-text = Dieser Text ist noch in Vorbereitung und nicht gegengelesen.
fallback-title = Diese Seite gibt es noch nicht in dieser Sprache
fallback-text = Sie wird unten in folgender Sprache gezeigt: { $language }. Es gibt sie auf:
list-in-language = Sprache: { $language }
document-000 = BPS, Jahresbericht 2020
document-001 = safe.brussels, Jahresbericht 2022
document-002 = Globaler Sicherheits- und Präventionsplan 2017-2020
document-003 = Vorstellung im Brüsseler Parlament, Februar 2017
document-004 = Sicherheits- und Gesellschaftsvertrag 2018-2019, Stadt Brüssel

## Help

help-title = Hilfe finden
help-lede = Für Sie selbst oder für jemand anderen. Wählen Sie, was Ihrer Lage am nächsten kommt.
help-notice = Wenn jemand auf Ihren Bildschirm schauen könnte, nutzen Sie lieber ein anderes Gerät. Das Verlassen dieser Seite löscht den Verlauf nicht, und Spionagesoftware sieht alles.
help-neutral-title = safe.brussels – Information
help-phone = Telefon
help-call = Anrufen
help-services = Dienste
help-services-lede = Die Hilfsdienste, nach Zielgruppe und Bedarf.
help-services-find = In allen Diensten suchen
help-in-call-log = Die Nummer bleibt in der Anrufliste Ihres Telefons.
help-cost-free = kostenlos
help-cost-not-on-bill = steht nicht auf der Rechnung
help-cost-on-bill = steht auf der Rechnung
help-cost-bill-unknown = wir wissen nicht, ob die Nummer auf der Rechnung steht
help-to-confirm = Beim Dienst zu bestätigen
help-hours = Zeiten
help-hours-all = Tag und Nacht, jeden Tag
help-languages = Sprachen
help-site = Website des Dienstes
help-places = Adresse
help-mail = E-Mail-Adresse
help-check-by-phone = Diese Angaben sind nicht mehr aktuell: Fragen Sie telefonisch nach.
help-emergency = Unmittelbare Gefahr: Rufen Sie 112 oder 101 an.
help-cost-not-free = kostenpflichtig
help-part-victims = Verstehen und handeln
help-part-change = Das eigene Verhalten ändern
help-part-professionals = Für Fachleute
help-part-project = Projekte
exit-leave = Diese Seite verlassen
exit-hint = oder zweimal die Esc-Taste

## Permits

permits-lede = Welches Verfahren für welche Waffe, welche Unterlagen, welche Fristen und wer entscheidet.
permits-procedures = Verfahren
permits-apply = Welches Verfahren für mich?
permits-apply-text = Einige Fragen genügen, um das Verfahren und die zuständige Behörde zu kennen.
permits-facts = Regeln
permits-reasons = Rechtmäßige Gründe
permits-authorities = Wer macht was
permits-retention = Aufbewahrungsdauer
permits-fees = Gebühr
permits-day-count = Wie Tage gezählt werden
permits-to-confirm = vom Dienst zu bestätigen
permits-secondary = laut einer Sekundärquelle
permits-article = { $act }, Art. { $article }
permits-model = Muster
permits-authority = Entscheidende Behörde
permits-legal-basis = Rechtsgrundlage
permits-essentials = In Kürze
permits-documents = Unterlagen
permits-deadlines = Fristen
permits-appeal = Rechtsmittel
permits-age = höchstens { $length } alt
permits-only-for = nur für: { $reasons }
permits-need-required = erforderlich
permits-need-optional = freiwillig
permits-need-alternative = anstelle eines anderen Dokuments
permits-stage-filing = beim Antrag
permits-stage-grant = bei der Erteilung
permits-amount-unknown = Betrag vom Dienst zu bestätigen
permits-unit-days = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tage
}
permits-unit-weeks = { $count ->
    [one] { $count } Woche
   *[other] { $count } Wochen
}
permits-unit-months = { $count ->
    [one] { $count } Monat
   *[other] { $count } Monate
}
permits-unit-years = { $count ->
    [one] { $count } Jahr
   *[other] { $count } Jahre
}

## Other pages

shell-title = Seite
not-found-title = Diese Seite gibt es nicht
not-found-text = Vielleicht hat sich die Adresse geändert. Nutzen Sie die Suche oder beginnen Sie auf der Startseite.

## Numbers and dates

number-decimal = ,
number-group = .
number-euro = { $amount } €
date-long = { $day }. { $month } { $year }
date-month = { $month } { $year }
date-period = { $from } bis { $until }
date-since = seit { $from }
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
