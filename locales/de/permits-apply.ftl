### Weapons permits: words of the applicant’s pages. Questions and documents are in content/permits.

## Days, times, amounts

permits-time = { $hour }:{ $minute } Uhr
permits-money = { $euro },{ $cents } €
permits-size-mb = { $size } MB
permits-size-kb = { $size } kB
permits-day = Tag
permits-month = Monat
permits-year = Jahr

## Around every page

permits-signed-in-as = Angemeldet: { $name }
permits-title-error = Fehler: { $title }
permits-back-to-file = Zurück zur Akte
permits-choose = Bitte wählen
permits-save-row = Speichern
permits-cancel = Abbrechen
permits-nothing-said = Keine Antwort
permits-no-document = Noch kein Dokument
permits-tasks-done = { $done } von { $count } Aufgaben erledigt
permits-if-applicable = falls nötig

## Signing in

permits-sign-in-lede = Ihr Antrag enthält personenbezogene Daten. Sie melden sich mit Ihrer amtlichen Identität an; die Website speichert kein Passwort.
permits-sign-in-invited = Eine Frage richtet sich an Sie persönlich. Melden Sie sich mit Ihrer amtlichen Identität an, um sie zu lesen und zu beantworten: Niemand sonst kann das für Sie tun. Die Website speichert kein Passwort.
permits-sign-in-none = Die Anmeldung mit einer amtlichen Identität ist hier noch nicht möglich.
permits-demo-title = Demonstration
permits-demo-text = Diese Personen gibt es nicht. Wählen Sie eine aus, um das Formular zu testen. Geben Sie keine echten Daten ein.

## What was just done

permits-note-ended = Ihre Sitzung ist beendet. Nach der Anmeldung kehren Sie zur selben Seite zurück. Was Sie gesendet hatten, ist gespeichert.
permits-note-first = Melden Sie sich zuerst an. Danach gelangen Sie zu der gewählten Seite.
permits-note-left = Sie sind abgemeldet. Ihre Eingaben sind gespeichert.
permits-note-again = Die Anmeldung dauerte zu lange oder kommt aus einem anderen Browser. Versuchen Sie es erneut.
permits-note-cancelled = Die Anmeldung wurde abgebrochen. Sie können neu beginnen.
permits-note-refused = Die Anmeldung konnte nicht überprüft werden. Versuchen Sie es erneut, mit eID oder itsme.
permits-note-saved = Gespeichert.
permits-note-uploaded = Die Datei wurde hinzugefügt.
permits-note-removed = Die Datei wurde entfernt.
permits-note-erased = Der Entwurf und seine Dokumente sind gelöscht.
permits-note-withdrawn = Ihre Akte ist zurückgezogen. Der Dienst bearbeitet sie nicht weiter.
permits-note-already-sent = Diese Akte wurde bereits gesendet. Nichts ist doppelt geschehen.
permits-note-other-tab = Diese Akte wurde in einem anderen Tab geändert. Hier ist die neueste Fassung. Ihre letzte Eingabe hat nichts ersetzt: Übernehmen Sie sie bei Bedarf.
permits-note-answered = Ihre Antwort ist gespeichert. Der Dienst liest sie.
permits-note-appealed = Ein Widerspruch ist bereits vermerkt. Sie müssen kein Schreiben mehr vorbereiten.

## Files of a person

permits-no-files = Sie haben noch keine Akte.
permits-for-company = Für { $company }, mit einer Vollmacht
permits-whoever-began = Die Person, die die Akte begonnen hat
permits-about-whoever-began = Diese Fragen betreffen die Person, die die Akte begonnen hat, nicht Sie.
permits-changed-at = Letzte Änderung: { $date }
permits-report-change = Eine Änderung melden
permits-resume-anywhere = Ihre Antworten werden Seite für Seite gespeichert. Sie können später auf einem anderen Gerät fortfahren.
permits-file-language = Sprache der Akte
permits-file-title = Akte { $reference }
permits-task-too-old = Zu alt
permits-task-optional = Falls vorhanden
permits-state-recorded = Erfasst
permits-state-control-not-in-order = Der Dienst hat Fragen
permits-state-erased = Gelöscht
permits-erase-draft = Diesen Entwurf löschen
permits-erase-draft-text = Ihre Antworten und Dokumente werden sofort gelöscht. Das lässt sich nicht rückgängig machen.
permits-withdraw = Meinen Antrag zurückziehen
permits-withdraw-text = Der Dienst beendet die Prüfung dieser Akte. Die Gebühr wird nicht erstattet. Die Akte wird für die vorgesehene Dauer aufbewahrt.

permits-what-you-sent = Was Sie gesendet haben
permits-your-documents = Ihre Dokumente
permits-document-notice-answer = Anlage zu Ihrer Antwort
permits-harmful = { $count ->
    [one] Wir haben eines Ihrer Dokumente entfernt
   *[other] Wir haben { $count } Ihrer Dokumente entfernt
}
permits-harmful-text = Unser Virenscanner fand ein Schadprogramm. Wenn der Dienst ein Dokument noch braucht, fragt er Sie danach. Prüfen Sie Ihr Gerät, bevor Sie etwas anderes senden.
permits-consents-private = Jede Person antwortet frei. Nur der Dienst sieht die Antworten.
permits-consents-answered = Eingegangene Antworten: { $answered } von { $asked }.
permits-looks-count = { $count ->
    [one] { $count }-mal eingesehen
   *[other] { $count }-mal eingesehen
}

## What happens next, by state of the file

permits-owes = Die Gebühr ist noch zu bezahlen.
permits-next-submitted = Der Waffendienst prüft, ob Ihre Akte vollständig ist. Sie erhalten eine Nachricht, wenn etwas fehlt.
permits-next-completeness = Der Dienst prüft Ihre Dokumente und Antworten. Sie müssen jetzt nichts tun.
permits-next-missing-items = Ihre Akte geht weiter, sobald Sie dem Dienst antworten.
permits-next-advice = Der Dienst wartet auf die angeforderten Stellungnahmen. Sie müssen jetzt nichts tun.
permits-next-notice = Lesen Sie, was der Dienst erwägt. Sie können mit Ihren Argumenten und Unterlagen antworten.
permits-next-answered = Der Dienst liest Ihre Antwort. Sie müssen jetzt nichts weiter tun.
permits-next-notice-over = Der Dienst prüft Ihre Akte weiter. Sie müssen jetzt nichts tun.
permits-next-drafting = Der Dienst bereitet die Entscheidung vor. Sie müssen jetzt nichts tun.
permits-next-overdue = Die Entscheidungsfrist ist abgelaufen. Sie können Widerspruch einlegen oder warten: Der Dienst kann noch entscheiden.
permits-next-overdue-long = Die Entscheidungsfrist ist abgelaufen. Der Dienst kann noch entscheiden. Lesen Sie unten, wie es um den Widerspruch steht.
permits-next-granted = Ihr Antrag ist bewilligt. Wie es weitergeht, steht bei Ihren Erlaubnissen.
permits-next-granted-conditions = Ihr Antrag ist bewilligt. Lesen Sie die Bedingungen genau. Wie es weitergeht, steht bei Ihren Erlaubnissen.
permits-next-refused = Ihr Antrag ist abgelehnt. In der Entscheidung steht, warum und wie Sie sie anfechten können.
permits-next-inadmissible = Ihr Antrag konnte nicht inhaltlich geprüft werden. In der Entscheidung steht, warum und wie Sie sie anfechten können.
permits-next-withdrawn = Sie haben diesen Antrag zurückgezogen. Der Dienst verfolgt ihn nicht weiter.
permits-next-appealed = Ihr Widerspruch ist vermerkt. Solange es keine Antwort gibt, gilt die Entscheidung weiter. Sie müssen hier jetzt nichts tun.
permits-next-appeal-minister = Der Minister hat Ihren Widerspruch abgewiesen. Unten lesen Sie, bis wann Sie noch vor den Staatsrat gehen können.
permits-next-appeal-council-of-state = Der Staatsrat hat Ihre Klage abgewiesen. Die Entscheidung ist endgültig.
permits-next-reversed = Ihr Widerspruch hatte Erfolg: Die Entscheidung ist aufgehoben. Der Dienst nimmt Ihre Akte wieder auf, um neu zu entscheiden. Sie müssen jetzt nichts tun.

## Parts of an address

permits-address-street = Straße
permits-address-number = Hausnummer
permits-address-box = Briefkasten (freiwillig)
permits-address-postcode = Postleitzahl
permits-address-municipality = Gemeinde
permits-add-row = Hinzufügen: { $what }
permits-add-wanted-weapon = Eine Waffe hinzufügen
permits-add-held-weapon = Eine Waffe hinzufügen
permits-add-cohabitant = Eine Person hinzufügen
permits-add-officer = Eine Person hinzufügen
permits-row-title = { $what } – Nummer { $number }
permits-row-numbered = { $number }. { $row }

## Checking and sending

permits-error-cohabitant-self = Nennen Sie eine andere Person: Sie willigen nicht in Ihren eigenen Antrag ein
permits-error-cohabitant-twice = Diese Person steht schon in der Liste. Bei zwei Personen gleichen Namens, die am selben Tag geboren sind, schreiben Sie alle Vornamen
permits-error-cohabitant-unnamed = Schreiben Sie den Namen dieser Person in Buchstaben. Hat die Person nur einen Namen, geben Sie ihn hier an
permits-error-company-fixed = Nur wer diese Akte begonnen hat, kann die Gesellschaft ändern. Die frühere Antwort steht wieder hier
permits-error-file-choose-again = Wählen Sie die Datei erneut, nachdem Sie das Datum korrigiert haben
permits-send-explained = Nach dem Senden erhalten Sie ein Aktenzeichen. Danach können Sie Ihre Antworten nicht mehr selbst ändern.
permits-your-answers = Ihre Antworten
permits-history = Verlauf
permits-service = Waffendienst
permits-event-received = Akte eingegangen
permits-event-suspended = Die Frist ist ausgesetzt
permits-event-resumed = Die Frist läuft weiter
permits-event-extended = Die Frist ist verlängert
permits-event-withdrawn = Antrag zurückgezogen
permits-event-decided = Entscheidung getroffen
permits-purpose-handling = die Bearbeitung der Akte
permits-purpose-advice = eine Stellungnahme
permits-purpose-legal-check = die rechtliche Prüfung
permits-purpose-decision = die Entscheidung
permits-purpose-payment = die Zahlung
permits-purpose-mandate = die Weiterführung der Akte
permits-purpose-document = das Lesen eines Dokuments
permits-look-weapons-clerk = jemand vom Waffendienst
permits-look-legal = eine Juristin oder ein Jurist des Dienstes
permits-look-high-official = die Person, die entscheidet (der Hohe Beamte)
permits-look-adviser = eine um Stellungnahme gebetene Behörde (Polizei, Staatsanwaltschaft oder Gemeinde)
permits-look-mandated = jemand mit einer Vollmacht der Gesellschaft

## Payment

permits-payment-payee = Empfänger
permits-payment-account-unconfirmed = Die Kontonummer ist vom Waffendienst zu bestätigen. Warten Sie damit, bevor Sie zahlen.
permits-payment-later = Sie müssen jetzt nichts zahlen. Die Zahlungsaufforderung kommt in diese Akte.
permits-payment-waived = Sie müssen diese Gebühr nicht bezahlen. Sie brauchen nichts zu tun.

## Cohabitants

permits-consents = Einverständnis der Erwachsenen an Ihrer Adresse
permits-consent-question = Eine Person an Ihrer Adresse hat beim Waffendienst beantragt, eine Waffe besitzen oder aufbewahren zu dürfen. Das Gesetz verlangt Ihr Einverständnis.
permits-consent-your-answer = Ihre Antwort
permits-consent-choose = Wählen Sie eine Antwort
permits-consent-send = Meine Antwort senden
permits-consent-paper-how = Sie können auch auf Papier antworten: Der Dienst prüft dann Ihre Unterschrift.

## What the office asks

permits-notice-missing-items = Der Dienst bittet um Unterlagen, bis einschließlich { $date }
permits-notice-before-adverse = Sie können vor der Entscheidung Stellung nehmen, bis einschließlich { $date }
permits-notice-sent-missing-items = Was der Dienst am { $date } angefordert hat
permits-notice-sent-before-adverse = Was der Dienst am { $date } vor der Entscheidung geschrieben hat
permits-notice-your-answer = Ihre Antwort
permits-notice-until = Sie können bis einschließlich { $date } antworten.
permits-notice-send = Meine Antwort senden
permits-notice-empty = Schreiben Sie eine Antwort oder fügen Sie eine Datei hinzu
permits-notice-most = Höchstens { $max } Zeichen. Einen längeren Text können Sie als PDF beifügen.
permits-notice-too-long = Ihr Text hat { $length } Zeichen. Kürzen Sie ihn auf { $max }, oder fügen Sie ihn als PDF bei
permits-notice-answered-at = Sie haben am { $date } geantwortet. Sie können noch ergänzen.
permits-notice-answered-on = Sie haben am { $date } geantwortet.
permits-notice-answered-until = Sie haben am { $date } geantwortet. Sie können bis einschließlich { $until } noch ergänzen.
permits-notice-arrived = Antwort erhalten
permits-notice-closed = Sie können nicht mehr antworten.
permits-notice-closed-tag = Sie können nicht mehr antworten
permits-notice-papers = Erhaltene Dateien
permits-notice-unsent = Ihre Dateien sind eingegangen, aber Ihre Antwort ist noch nicht gesendet. Wählen Sie zum Abschluss „Meine Antwort senden“.

## Permits that were granted

permits-acquired-weapon = Welche Waffe haben Sie erworben?
permits-acquired-weapon-missing = Wählen Sie die Waffe, die Sie erworben haben
permits-acquired-on = Datum des Erwerbs
permits-acquired-on-missing = Geben Sie das Datum des Erwerbs an
permits-acquired = Erworben am
permits-acquire-until = Spätestens zu erwerben am
permits-acquired-outside = Dieses Datum liegt außerhalb der Frist für den Erwerb
permits-acquisition = Erwerb
permits-acquisition-missed = Kein Erwerb bekannt am Ende der Frist, am { $date }: Die Erlaubnis gilt für diese Waffe nicht mehr
permits-acquisition-end = Ende der Frist für den Erwerb
permits-acquisition-given-up = Teile ungenutzt zurückgegeben
permits-serial = Seriennummer
permits-serial-missing = Geben Sie die Seriennummer an
permits-serial-several = Die Erlaubnis hat dieselben Teile für alle Waffen: Geben Sie die Nummer jeder Waffe an, mit einem Schrägstrich zwischen den Nummern.
permits-part-with-holder = Bei Ihnen
permits-part-sent = Der Waffendienst sendet ihn Ihnen zu
permits-part-with-authority = Beim Waffendienst
permits-part-to-return = An den Waffendienst zurückzusenden
permits-part-to-return-after = Kommt nach dem Erwerb zum Waffendienst zurück, gesandt vom Waffenhändler oder vom Verkäufer
permits-part-to-return-sold = Kommt zum Waffendienst zurück, gesandt vom Waffenhändler oder vom Verkäufer
permits-part-lost = Verloren

permits-control-waits = Der Dienst lädt Sie zu einer Kontrolle dieser Erlaubnis ein. Antworten Sie spätestens am { $date }.
permits-control-answer = Auf die Kontrolle antworten
permits-renew = Verlängerung beantragen

## Rules

rule-permit-other-tab = Diese Akte wurde in einem anderen Tab geändert. Laden Sie die Seite neu.
rule-permit-sent = Diese Akte wurde gesendet: Sie kann hier nicht mehr geändert werden.
rule-permit-drafts = Sie haben zu viele Entwürfe. Löschen Sie einen und beginnen Sie erneut.
rule-permit-rows = Sie können keine weitere Zeile hinzufügen.
rule-permit-ended = Diese Akte ist bereits abgeschlossen.
rule-permit-acquired-already = Der Erwerb dieser Waffe ist bereits vermerkt oder kann nicht mehr vermerkt werden. Öffnen Sie Ihre Erlaubnis erneut aus Ihrer Liste, um ihren Stand zu sehen.
rule-permit-kept = Diese Akte muss aufbewahrt werden.
rule-permit-scan = Diese Datei wird noch geprüft. Versuchen Sie es in einigen Minuten erneut.
rule-permit-consent = Diese Einladung ist für eine andere Person bestimmt.
rule-permit-consent-done = Eine Antwort ist bereits erfasst.
rule-permit-consent-not-given = Hier gibt es kein Einverständnis, das noch zurückgezogen werden kann.
rule-permit-notice-over = Die Zeit für eine Antwort ist vorbei.
fault-permit-missing = In der Akte fehlt noch etwas.

permits-paper-dated = Dokument vom { $date }
permits-add-answer = Ergänzen
permits-other-tab-typed = Diese Seite wurde in einem anderen Tab geändert. Was Sie gerade geschrieben haben, steht noch unten, ist aber nicht gespeichert. Speichern Sie, wenn Sie es behalten möchten. Im anderen Tab steht:
permits-other-tab-nothing = Dort ist nichts gespeichert.
permits-typed-waits = Ihre Sitzung war beendet, bevor dies gespeichert werden konnte. Was Sie geschrieben hatten, steht noch unten: Prüfen und speichern Sie es.
