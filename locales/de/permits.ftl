### Weapons permits: words of the interface. Facts, questions and forms are in content/permits.

## Names of the section and of its pages

permits-title = Waffenerlaubnisse
permits-which = Welche Erlaubnis brauchen Sie?
permits-start-questions = Fragen beginnen
permits-start-application = Antrag beginnen
permits-start-text = Antworten Sie in Ruhe, fügen Sie Ihre Dokumente hinzu und verfolgen Sie Ihre Akte.
permits-statistics-text = Wie viele Akten, wie sie endeten und wie lange jeder Schritt dauerte.
permits-online = Online
permits-my-files = Meine Akten
permits-my-permits = Meine Erlaubnisse
permits-who-looked = Wer meine Akte eingesehen hat
permits-report-loss = Verlust oder Diebstahl melden
permits-not-emergency = Unmittelbare Gefahr: Rufen Sie die 112 oder die 101 an. Diese Website nimmt keine Notrufe entgegen.

## Facts shown from the dated rows

permits-fact-model = Muster { $model }
permits-fact-authority = Wer entscheidet
permits-fact-applicants = Wer kann beantragen
permits-fact-person = Eine Person
permits-fact-company = Eine Gesellschaft
permits-fact-reasons = Rechtmäßige Gründe
permits-fact-documents = Einzureichende Dokumente
permits-fact-document-age = Am Tag des Antrags höchstens { $age } alt
permits-fact-document-conditional = Je nach Ihrer Lage
permits-fact-document-alternative = Kann ein anderes Dokument ersetzen
permits-fact-exempt = Entfällt: { $reason }
permits-fact-fee = Gebühr
permits-fact-fee-free = Kostenlos
permits-fact-fee-unconfirmed = Der Betrag ist vom Waffendienst zu bestätigen.
permits-fact-fee-filing = Beim Antrag
permits-fact-fee-grant = Bei der Erteilung
permits-fact-deadlines = Fristen
permits-fact-advice = Eingeholte Stellungnahmen
permits-fact-advice-required = Vorgeschrieben
permits-fact-advice-optional = Möglich
permits-fact-advice-not-stated = Nicht ausdrücklich vorgesehen
permits-fact-advice-residence = Wohnort
permits-fact-advice-activity = Ort der Tätigkeit
permits-fact-appeal = Die Entscheidung anfechten
permits-fact-legal-basis = Rechtsgrundlage
permits-fact-source = Quelle
permits-fact-checked = Geprüft: { $date }
permits-fact-valid-from = Gültig ab { $date }
permits-fact-valid-to = Gültig bis { $date }
permits-fact-retention = Aufbewahrungsdauer
permits-fact-official-only-fr-nl = Die Entscheidung ergeht auf Französisch oder Niederländisch. Diese Seite dient der Information.

## How sure a row is

permits-confidence-A = Auf einer amtlichen Seite oder im Gesetzestext gelesen
permits-confidence-B = Aus anderer Quelle, mit dem amtlichen Text zu vergleichen
permits-confidence-C = Berechnet oder abgeleitet
permits-confidence-unconfirmed = Vom Waffendienst zu bestätigen
permits-working-rule = Arbeitsregel des Dienstes, keine gesetzliche Frist
permits-two-sources-differ = Die Quellen nennen zwei Fristen. Wir zeigen beide.

## Which permit: one question at a time

permits-question-progress = Frage { $number }
permits-question-back = Vorige Frage
permits-question-next = Weiter
permits-question-restart = Neu beginnen
permits-question-nothing-stored = Ihre Antworten werden nicht gespeichert.
permits-question-choose = Wählen Sie eine Antwort
permits-outcome-title = Das passt zu Ihren Antworten
permits-outcome-why = Warum?
permits-outcome-answers = Ihre Antworten
permits-outcome-read-guide = Anleitung lesen
permits-outcome-other-authority = Eine andere Behörde entscheidet
permits-outcome-file-anyway = Trotzdem einen Antrag stellen
permits-outcome-warning = Vor dem Einreichen gut zu wissen
permits-outcome-not-a-decision = Dieses Ergebnis zeigt den Weg. Es entscheidet nichts.

## Signing in

permits-sign-in = Anmelden
permits-sign-in-official = Mit Ihrer amtlichen Identität (eID, itsme)
permits-sign-out = Abmelden
permits-demo-identity = Demo-Identität
permits-session-ended = Ihre Sitzung ist beendet. Ihre Arbeit ist gespeichert.

## Filling in

permits-task-list = Aufgabenliste
permits-task-not-started = Zu erledigen
permits-task-started = Begonnen
permits-task-done = Erledigt
permits-task-waiting = Wartet auf andere Personen
permits-task-not-needed = Nicht nötig
permits-saved-at = Gespeichert um { $time }
permits-saving = Wird gespeichert
permits-save-continue = Speichern und weiter
permits-save-later = Speichern und später fortfahren
permits-resume = Fortsetzen
permits-add-another = Hinzufügen
permits-remove = Entfernen
permits-change = Ändern
permits-optional = freiwillig
permits-yes = Ja
permits-no = Nein
permits-check-answers = Prüfen Sie Ihre Antworten
permits-send-file = Akte senden
permits-file-sent = Ihre Akte ist gesendet
permits-file-reference = Ihr Aktenzeichen
permits-missing-items-count = Zu ergänzen oder zu berichtigen: { $count }
permits-other-tab = Diese Akte wurde in einem anderen Tab geändert. Dies ist die letzte Fassung.
permits-already-sent = Diese Akte wurde schon gesendet. Es ist nichts doppelt geschehen.
permits-attest-again = Kreuzen Sie Ihre Erklärungen erneut an: Sie haben diese Akte fortgesetzt.

## Errors. The first word says what to do

permits-error-summary = Es gibt etwas zu berichtigen
permits-error-text-too-long = Schreiben Sie höchstens { $max } Zeichen
permits-error-textarea-too-long = Schreiben Sie höchstens { $max } Zeichen
permits-error-date-invalid = Geben Sie ein gültiges Datum an, zum Beispiel 27 3 1985
permits-error-date-future = Geben Sie ein Datum in der Vergangenheit an
permits-error-date-past = Geben Sie ein Datum in der Zukunft an
permits-error-date-order = Das letzte Datum darf nicht vor dem ersten liegen
permits-error-date-adult = Diese Person ist nicht volljährig: Ihr Einverständnis ist nicht nötig
permits-error-email-invalid = Schreiben Sie eine vollständige E-Mail-Adresse, zum Beispiel name@beispiel.be
permits-error-email-same = Schreiben Sie die Adresse dieser Person, nicht Ihre eigene
permits-error-phone-invalid = Schreiben Sie eine vollständige Telefonnummer
permits-error-national-number-invalid = Diese Nummer ist nicht gültig. Prüfen Sie die elf Ziffern.
permits-error-enterprise-number-invalid = Diese Unternehmensnummer ist nicht gültig. Prüfen Sie die zehn Ziffern.
permits-error-address-incomplete = Geben Sie Straße, Nummer, Postleitzahl und Gemeinde an
permits-error-list-empty = Fügen Sie mindestens eine Zeile hinzu
permits-error-list-too-many = Entfernen Sie Zeilen: höchstens { $max }
permits-error-list-rows =
    { $count ->
        [one] Bei Nummer { $rows } fehlt etwas oder eine Antwort stimmt nicht: Wählen Sie „Ändern“
       *[other] Bei den Nummern { $rows } fehlt etwas oder eine Antwort stimmt nicht: Wählen Sie „Ändern“
    }
permits-error-in-row = Nummer { $row } – { $fault }
permits-error-choice-unknown = Wählen Sie eine Antwort aus der Liste
permits-error-attestation-missing = Kreuzen Sie jede Erklärung an, um die Akte zu senden
permits-error-not-found = Wir finden diese Akte nicht
permits-error-not-allowed = Sie haben keinen Zugriff auf diese Seite
permits-error-session = Melden Sie sich erneut an und senden Sie dann erneut. Es ist nichts verloren.

## Documents

permits-upload = Datei hinzufügen
permits-upload-accepted = PDF, JPEG oder PNG, höchstens { $size } pro Datei
permits-upload-scanning = Wird geprüft
permits-upload-continue = Die Datei wird noch geprüft. Sie können weitermachen.
permits-upload-clean = Datei geprüft
permits-upload-not-scanned = Datei erhalten
permits-upload-infected = Diese Datei wird abgelehnt: Sie enthält möglicherweise ein schädliches Programm. Ihre anderen Dateien sind unversehrt.
permits-upload-removed = Entfernt: Schadprogramm
permits-upload-failed = Das Hochladen wurde abgebrochen. Versuchen Sie es erneut, sonst ist nichts verloren.
permits-error-file-too-large = Diese Datei ist zu groß: höchstens { $size }
permits-error-file-empty = Diese Datei ist leer
permits-error-file-type = Senden Sie ein PDF oder ein Foto als JPEG oder PNG. Diese Datei ist von anderer Art.
permits-error-file-content = Wählen Sie eine andere Datei: Diese ist kein echtes PDF, JPEG oder PNG.
permits-error-file-named = „{ $name }“ – { $fault }
permits-error-file-password = Dieses PDF ist passwortgeschützt. Senden Sie eine ungeschützte Fassung.
permits-error-file-damaged = Diese Datei ist unvollständig oder beschädigt. Senden Sie sie erneut.
permits-error-file-too-many = Fügen Sie höchstens { $max } Dateien pro Dokument hinzu
permits-error-file-full = Diese Datei passt nicht mehr in die Akte: höchstens { $size } für alle Dateien zusammen. Entfernen Sie eine Datei oder senden Sie eine kleinere.
permits-error-file-unwritten = Wir können diese Datei im Moment nicht aufbewahren. Sonst ist nichts verloren: Versuchen Sie es in einigen Minuten erneut.
permits-error-file-missing = Fügen Sie dieses Dokument hinzu oder geben Sie an, warum Sie es noch nicht haben
permits-document-too-old = Dieses Dokument wird zu alt sein: Es darf frühestens vom { $earliest } sein
permits-document-expires-before = Dieses Dokument wird am { $date } zu alt. Senden Sie die Akte vorher oder fordern Sie ein neues an.
permits-document-ok = Dokument in Ordnung

## Cohabitants

permits-consent-title = Ihr Einverständnis wird erbeten
permits-consent-heading = Ihr Einverständnis
permits-consent-yes = Ich bin einverstanden
permits-consent-no = Ich bin nicht einverstanden
permits-consent-free = Sie antworten frei. Eine Ablehnung sieht nur der Dienst, und ein Einverständnis können Sie zurückziehen, solange der Dienst nicht entschieden hat.
permits-consent-not-you = Diese Einladung ist für eine andere Person bestimmt.
permits-consent-not-you-how = Ist die Einladung für Sie, melden Sie sich mit Ihrer eigenen Identität neu an. Ist sie für eine andere Person, melden Sie sich ab und lassen Sie diese Person sich anmelden. Glauben Sie, dass ein Fehler vorliegt? Wenden Sie sich an den Waffendienst.
permits-consent-done = Danke. Ihre Antwort ist vermerkt.
permits-consent-over = Ihre Antwort wird nicht mehr gebraucht. Der Antrag ist abgeschlossen. Sie müssen nichts tun.
permits-consent-withdraw = Sie können Ihr Einverständnis zurückziehen, solange der Dienst nicht entschieden hat. Wenden Sie sich dafür an den Waffendienst.
permits-consent-withdrawn = Der Dienst hat am { $date } vermerkt, dass Sie Ihr Einverständnis zurückgezogen haben. Es gilt nicht mehr. Wenn das ein Irrtum ist, wenden Sie sich an den Waffendienst.
permits-consent-contact = So erreichen Sie uns

## Payment

permits-payment-title = Gebühr bezahlen
permits-payment-amount = Betrag
permits-payment-account = Konto
permits-payment-communication = Strukturierte Mitteilung
permits-payment-qr = Scannen Sie diesen Code mit der App Ihrer Bank
permits-payment-transfer = Überweisen Sie den Betrag mit diesen Angaben. Übernehmen Sie die Mitteilung unverändert.
permits-payment-frozen = Der Betrag gilt für den { $date }, den Tag Ihres Antrags.
permits-payment-no-refund = Die Gebühr wird bei Ablehnung nicht erstattet.
permits-payment-stage = Teil { $number } von { $total }
permits-payment-open = Noch nicht bezahlt
permits-payment-not-asked = Noch nicht verlangt
permits-payment-partial = Teilweise bezahlt: { $amount } fehlt
permits-payment-received = Bezahlt am { $date }
permits-payment-not-here = Auf dieser Website zahlen Sie nie mit Karte.

## The clock

permits-clock-title = So wird dieses Datum berechnet
permits-clock-received = Akte eingegangen am { $date }
permits-clock-allowance = Frist: { $period }
permits-clock-suspended = Ausgesetzt vom { $from } bis { $to }: { $reason }
permits-clock-extended = Verlängert um { $period }, Entscheidung vom { $date }
permits-clock-rolled = Der letzte Tag ist kein Werktag: verlegt auf { $date }
permits-clock-due = Entscheidung erwartet bis { $date }
permits-clock-was-due = Die Entscheidung war bis { $date } fällig
permits-clock-days-left =
    { $count ->
        [0] Letzter Tag
        [one] Noch ein Tag
       *[other] Noch { $count } Tage
    }
permits-clock-first-day-out = Der Tag des Eingangs zählt nicht mit
permits-clock-first-day-in = Der Tag des Eingangs zählt mit
permits-clock-added = Mit { $period }: { $date }
permits-clock-month-end = Dieser Monat hat keinen { $day }. Tag: Gezählt wird bis zu seinem letzten Tag, dem { $date }
permits-clock-still = Die Frist ruht seit dem { $date }
permits-clock-reason-items = wir warten auf Unterlagen
permits-clock-overdue = Diese Frist ist abgelaufen
permits-clock-holiday = Feiertag: { $name }
permits-period-days =
    { $count ->
        [one] { $count } Tag
       *[other] { $count } Tage
    }
permits-period-weeks =
    { $count ->
        [one] { $count } Woche
       *[other] { $count } Wochen
    }
permits-period-months =
    { $count ->
        [one] { $count } Monat
       *[other] { $count } Monate
    }
permits-period-years =
    { $count ->
        [one] { $count } Jahr
       *[other] { $count } Jahre
    }
permits-period-at-most = höchstens { $period }

## State of a file, as the applicant sees it

permits-state-draft = Entwurf
permits-state-submitted = Gesendet
permits-state-completeness = Der Dienst prüft, ob die Akte vollständig ist
permits-state-missing-items = Wir warten auf Unterlagen von Ihnen
permits-state-advice = Stellungnahmen sind angefordert
permits-state-notice = Sie können vor der Entscheidung Stellung nehmen
permits-state-drafting = Die Entscheidung wird vorbereitet
permits-state-granted = Erteilt
permits-state-granted-conditions = Mit Auflagen erteilt
permits-state-refused = Abgelehnt
permits-state-inadmissible = Unzulässig
permits-state-withdrawn = Von der antragstellenden Person zurückgezogen
permits-state-appealed = Widerspruch eingelegt

## State of a permit: the word is said of the permit, not of the file

permits-state-lapsed = Verfallen
permits-state-expired = Abgelaufen
permits-state-revoked = Entzogen
permits-state-suspended = Ausgesetzt
permits-state-active = Gültig

## Steps of a procedure

permits-step-police-first = Zur Polizei gehen
permits-step-police-slip = Vorläufiges Dokument erhalten
permits-step-choice = Entscheiden, was mit der Waffe geschieht
permits-step-agreement = Vereinbarung unterschreiben
permits-step-exam = Prüfung bestehen
permits-step-invitation = Einladung erhalten
permits-step-file = Ausfüllen und senden
permits-step-completeness = Prüfung der Akte
permits-step-fee = Bezahlen
permits-step-fee-grant = Zweiten Teil bezahlen
permits-step-advice = Stellungnahmen
permits-step-notice = Stellung nehmen, falls nötig
permits-step-decision = Entscheidung
permits-step-delivery = Dokument erhalten
permits-step-acquisition = Waffe erwerben
permits-step-control = Regelmäßige Kontrolle
permits-step-expiry = Ende der Gültigkeit
permits-step-register = Eintragung

## After the decision

permits-decision-download = Entscheidung herunterladen (PDF)
permits-decision-verify = Eine Entscheidung prüfen
permits-verify-match = Dieses Dokument entspricht einer verzeichneten Entscheidung.
permits-verify-no-match = Dieses Dokument entspricht keiner verzeichneten Entscheidung.
permits-verify-privacy = Diese Seite zeigt nur, ob das Dokument echt ist.
permits-appeal-open = Sie können bis einschließlich { $date } anfechten
permits-appeal-closed = Die Anfechtungsfrist ist vorbei
permits-appeal-not-suspensive = Der Widerspruch hat keine aufschiebende Wirkung.
permits-appeal-letter = Meinen Brief vorbereiten
permits-acquisition-until = Möglich bis einschließlich { $date }
permits-acquisition-confirm = Erwerb bestätigen
permits-part-a = Teil A (Inhaber)
permits-part-b = Teil B (Behörde)
permits-access-log-empty = Noch niemand hat Ihre Akte eingesehen.
permits-access-log-row = { $date }: { $service }, für { $purpose }

permits-statistics-title = Waffenerlaubnisse in Zahlen
