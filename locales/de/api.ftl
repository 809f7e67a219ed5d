# Words of the programming interface and of the pages made by the server:
# problems, refused fields, the page of an alert, formats of lists and times.
# The months and the title of the alerts are in portal.ftl.

## Problems: a title, and what to do now

error-not-found = Unter dieser Adresse gibt es nichts
error-not-found-detail = Prüfen Sie die Adresse oder beginnen Sie auf der Startseite neu.
error-method-not-allowed = Diese Aktion ist unter dieser Adresse nicht möglich
error-method-not-allowed-detail = Gehen Sie zur vorigen Seite zurück und nutzen Sie dort die Schaltflächen oder Links.
error-unsupported-media-type = Dieses Format wird hier nicht gelesen
error-unsupported-media-type-detail = Senden Sie den Inhalt in einem der Formate der API-Beschreibung und nennen Sie es in „Content-Type“.
error-invalid = Einige Angaben müssen berichtigt werden
error-invalid-detail = Berichtigen Sie, was aufgeführt ist, und senden Sie erneut.
error-too-large = Was Sie senden, ist zu groß
error-too-large-detail = Senden Sie eine kleinere Datei oder einen kürzeren Text.
error-unauthorised = Sie müssen sich anmelden
error-unauthorised-detail = Melden Sie sich an und versuchen Sie es erneut. Ein Programm muss ein gültiges Token senden.
error-forbidden = Sie haben keinen Zugang zu dieser Aktion
error-forbidden-detail = Bitten Sie die Person, die die Konten verwaltet, um Zugang.
error-conflict = Diese Aktion ist nicht mehr möglich
error-conflict-detail = Die Lage hat sich geändert. Laden Sie die Seite neu und prüfen Sie alles, bevor Sie es erneut versuchen.
error-too-many = Zu viele Anfragen in kurzer Zeit
error-too-many-detail = Warten Sie ein wenig und versuchen Sie es dann erneut.
error-unavailable = Der Dienst antwortet im Moment nicht
error-unavailable-detail = Versuchen Sie es gleich noch einmal. In Gefahr? Rufen Sie die 112 oder die 101 an.
error-internal = Bei uns ist ein Fehler aufgetreten
error-internal-detail = Versuchen Sie es gleich noch einmal. Bleibt der Fehler, nennen Sie uns den Fehlercode. In Gefahr? Rufen Sie die 112 oder die 101 an.
error-request = Fehlercode
demonstration = Demonstration: erfundene Warnungen und Akten

## Rules behind a refusal

rule-four-eyes = Sie haben diesen Text selbst geschrieben oder geändert, oder Sie gaben der Person, die ihn schrieb, den Zugang. Eine andere Person muss ihn genehmigen.
rule-token-of-approver = Diese Person darf Warnungen genehmigen: Nur sie selbst kann ein Token auf ihren Namen erstellen.
rule-role = Ihr Konto hat nicht die nötige Rolle. Fragen Sie die Person, die die Konten verwaltet.
rule-form-expired = Dieses Formular ist nicht mehr gültig. Laden Sie die Seite neu und senden Sie es noch einmal.
rule-other-site = Diese Anfrage kam von einer anderen Website und wurde nicht ausgeführt. Beginnen Sie auf unseren Seiten neu.
rule-alert-not-active = Diese Warnung ist nicht aktiv. Laden Sie die Seite neu, um den Stand zu sehen.
rule-alert-not-draft = Diese Warnung ist kein Entwurf mehr. Laden Sie die Seite neu, um den Stand zu sehen.
rule-alert-not-open = Diese Warnung kann nicht mehr geändert werden. Ist sie aktiv, bereiten Sie eine Aktualisierung vor.
rule-alert-not-submitted = Diese Warnung wartet nicht auf Genehmigung. Laden Sie die Seite neu, um den Stand zu sehen.
rule-changed-meanwhile = Jemand anders hat diese Warnung inzwischen geändert. Laden Sie die Seite neu und prüfen Sie alles, bevor Sie es erneut versuchen.
rule-text-changed = Der Text hat sich geändert, seit Sie ihn gelesen haben. Lesen Sie ihn noch einmal, bevor Sie ihn genehmigen.
rule-cap-taken = Eine Nachricht mit dieser Kennung, diesem Absender und dieser Sendezeit ist schon hier, mit anderem Inhalt. Geben Sie der geänderten Nachricht eine neue Kennung und senden Sie sie dann.
rule-too-many-origins = Wir können diesen Benachrichtigungsdienst im Moment nicht hinzufügen. Versuchen Sie es mit einem anderen Browser oder später noch einmal.
rule-update-other-status = Eine Aktualisierung bleibt vom selben Typ wie die erste Nachricht: echte Warnung, oder Übung und Test. Für einen anderen Typ erstellen Sie eine neue Warnung.

## Refused fields: what is wrong and how to mend it

fault-line = { $field } – { $fault }
fault-required = Dieses Feld ist Pflicht. Füllen Sie es aus.
fault-too-long = Dieser Text ist zu lang: { $length } Zeichen. Verwenden Sie höchstens { $most }.
fault-text-control = Dieser Text enthält einen Zeilenumbruch oder ein unsichtbares Zeichen, das hier nicht erlaubt ist. Löschen Sie es.
fault-choice-missing = Sie haben nichts gewählt. Wählen Sie eine Antwort.
fault-value-unknown = Diesen Wert gibt es nicht. Wählen Sie einen Wert aus der Liste.
fault-language-unknown = Diese Sprache ist hier nicht verfügbar. Wählen Sie eine Sprache des Portals.
fault-language-missing =
    { $lang ->
        [fr] Der französische Text fehlt. Schreiben Sie ihn oder ergänzen Sie das Szenario.
        [nl] Der niederländische Text fehlt. Schreiben Sie ihn oder ergänzen Sie das Szenario.
       *[other] Der Text fehlt in dieser Sprache: { $lang }. Schreiben Sie ihn oder ergänzen Sie das Szenario.
    }
fault-scenario-unknown = Das Szenario „{ $value }“ gibt es nicht. Wählen Sie ein Szenario aus der Liste.
fault-param-unknown = Dieses Szenario hat dieses Feld nicht. Entfernen Sie es.
fault-metres = Schreiben Sie eine Entfernung in Metern: eine ganze Zahl von 1 bis 100.000.
fault-whole-number = Schreiben Sie eine ganze Zahl von 0 bis 10.000.000.
fault-time = Geben Sie einen gültigen Tag und eine gültige Uhrzeit an, zum Beispiel 2026-11-21T14:30.
fault-time-past = Dieser Zeitpunkt ist schon vorbei. Wählen Sie einen späteren.
fault-time-far = Das Ende liegt zu weit in der Zukunft. Wählen Sie einen Zeitpunkt innerhalb von 31 Tagen.
fault-time-order = Der Beginn muss vor dem Ende liegen. Ändern Sie eines von beiden.
fault-status-not-issued = Eine Nachricht mit diesem Status kann nicht veröffentlicht werden. Wählen Sie „{ status-actual }“, „{ status-exercise }“ oder „{ status-test }“.
fault-area-unknown = Dieser Code gehört zu keinem Ort in der Region. Verwenden Sie einen NIS-Code, eine Postleitzahl oder den Code einer Polizeizone.
fault-area-missing = Es ist kein Ort angegeben. Wählen Sie mindestens eine Gemeinde oder zeichnen Sie ein Gebiet.
fault-too-many-areas = Es sind zu viele Orte. Wählen Sie weniger oder die ganze Region.
fault-shape-too-few = Es fehlen Punkte. Zeichnen Sie mindestens drei Ecken und kehren Sie zur ersten zurück.
fault-shape-too-many = Dieser Umriss hat zu viele Punkte. Vereinfachen Sie ihn: höchstens 5.000 Punkte.
fault-shape-open = Dieser Umriss ist nicht geschlossen. Beenden Sie ihn mit dem ersten Punkt.
fault-shape-crossed = Dieser Umriss kreuzt oder berührt sich selbst oder hat keine Fläche. Zeichnen Sie ihn neu.
fault-shape-swapped = Die Koordinaten sind vertauscht. Geben Sie zuerst die Breite an (etwa 50,8), dann die Länge (etwa 4,4).
fault-shape-outside = Dieser Ort liegt nicht in Belgien. Prüfen Sie die Koordinaten.
fault-shape-radius = Dieser Radius ist nicht möglich. Wählen Sie mehr als 0 und höchstens 50 Kilometer.
fault-shape-not-in-region = Dieses Gebiet berührt keine Gemeinde der Region. Verschieben oder vergrößern Sie es.
fault-point-needs-both = Die Breite oder die Länge fehlt. Geben Sie beide an oder keine.
fault-degrees = Schreiben Sie eine Dezimalzahl in Grad, mit einem Punkt: zum Beispiel 50.8466.
fault-endpoint = Die Benachrichtigungsadresse Ihres Browsers ist nicht gültig. Laden Sie die Seite neu und versuchen Sie es noch einmal.
fault-endpoint-private = Wir können diese Benachrichtigungsadresse im öffentlichen Internet nicht erreichen. Versuchen Sie es mit einem anderen Browser.
fault-endpoint-other = Diese Benachrichtigungsadresse gehört nicht zu diesem Abonnement. Legen Sie dafür ein neues an.
fault-key = Ein Schlüssel Ihres Browsers ist nicht gültig. Laden Sie die Seite neu und versuchen Sie es noch einmal.
fault-receipt = Dieser Testbeleg ist nicht gültig oder älter als zehn Minuten. Machen Sie den Test noch einmal.
fault-rehearsal-code = Dieser Übungscode stimmt nicht. Fragen Sie die Person, die die Übung leitet, oder lassen Sie das Feld für echte Warnungen leer.
fault-json = Das ist kein lesbares JSON. Prüfen Sie die Form und den Inhaltstyp.
fault-json-shape = Dieses JSON hat nicht die erwartete Form: { $reason }. Vergleichen Sie es mit der Dokumentation der Schnittstelle.
fault-query = Ein Parameter der Adresse ist nicht gültig: { $reason }. Berichtigen Sie ihn.
fault-page = Geben Sie eine Seitenzahl an: eine ganze Zahl ab 1.
fault-per-page = Fragen Sie 1 bis 100 Einträge pro Seite an.
fault-form = Das Formular konnte nicht gelesen werden. Laden Sie die Seite neu und senden Sie es noch einmal.

## Page and list of alerts

alerts-more =
    { $count ->
        [one] { $count } weitere Warnung ansehen
       *[other] { $count } weitere Warnungen ansehen
    }
alerts-as-of = Stand:
alert-do-now = Was jetzt zu tun ist
alert-what = Was geschieht
alert-where = Wo
alert-sent = Nachricht gesendet
alert-onset = Beginn
alert-ended = Beendet
alert-expires = Gültig bis
alert-next = Nächste Information
alert-who = Herausgegeben von
alert-level = Ebene der Krisenbewältigung
alert-contact = Ihre Anlaufstelle
alert-aftercare = Beistand und Hilfe nach einem Notfall
alert-guide = Das ganze Merkblatt lesen
alert-receive = Warnungen erhalten
alert-other-languages = Andere Sprachen und Daten
alert-not-in-language = Diese Warnung gibt es noch nicht auf Deutsch. Sie können sie in einer dieser Sprachen lesen:
page-home = Zur Startseite
office-home = Zurück zum Backoffice
office-sign-in = Anmelden

## Formats
# list-comma separates names; "_" stands for a space, which cannot end a line.
# The values of distances and times arrive already formatted.

area-region = Region Brüssel-Hauptstadt
list-comma = ,_
list-and = { $head } und { $last }
distance-m = { $value } m
distance-km = { $value } km
clock-time = { $hour }:{ $minute } Uhr
clock-date-time = { $day }. { $month } { $year } um { $hour }:{ $minute } Uhr
clock-brief = { $day }.{ $number }., { $hour }:{ $minute }
